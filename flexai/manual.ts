/** Roles that flexAI knows; it refuses a user with none of them. Source: flexAI's manual. */
export const flexaiRoles: readonly string[] = ["flexai-manager", "flexai-editor", "flexai-user"];

/** Names of the claim in which flexAI looks for the roles. Source: flexAI's manual. */
export const flexaiRolesClaims: readonly [string, string] = ["https://flexai.de/roles", "roles"];

/** Scopes that flexAI asks for. Source: flexAI's manual. */
export const flexaiScopes: readonly string[] = ["email", "openid", "profile"];

/** Paths that Envoy in flexAI handles by itself. Source: flexAI's manual. */
export const flexaiPaths = {
    /** Receives the authorization code. */
    callback: "/oauth2/callback",
    /** Clears Envoy's cookies. */
    signOut: "/oauth2/signout",
} as const;

/** Seconds that a sign-in may take, the default of flexAI's `TOKEN_CSRF_EXPIRES_IN` and its like. */
export const signInSeconds = 600;

/**
 * Lifetimes of the client's tokens. They are the defaults of flexAI's
 * `TOKEN_DEFAULT_EXPIRES_IN` (3600 s) and `TOKEN_DEFAULT_REFRESH_EXPIRES_IN` (36000 s): Envoy lets
 * its cookies expire after those, so longer tokens would outlive a session and shorter ones break it.
 */
export const tokenLifetimes = {
    /** Minutes. A changed group reaches flexAI after this time at the latest. */
    accessTokenMinutes: 60,
    /** Minutes. */
    idTokenMinutes: 60,
    /** Hours, counted from sign-in. */
    refreshTokenHours: 10,
} as const;

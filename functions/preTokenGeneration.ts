/** What the trigger is made from. */
export interface PreTokenGenerationOptions {
    /** Name of the claim that carries a user's roles. */
    readonly rolesClaim: string;
    /** Roles that may be granted, in the order in which the claim lists them. */
    readonly roles: readonly string[];
    /** Roles that everybody holds, whatever the groups. */
    readonly defaultRoles: readonly string[];
}

/** The part of Cognito's pre token generation event, version 2, that the trigger reads. */
export interface PreTokenGenerationEvent {
    readonly userName?: unknown;
    readonly request?: {
        readonly userAttributes?: Readonly<Record<string, unknown>> | null;
        readonly groupConfiguration?: { readonly groupsToOverride?: unknown } | null;
    } | null;
}

/**
 * Creates the handler of Cognito's pre token generation trigger, event version 2. It puts those of
 * `roles` that are among the user's groups or among `defaultRoles` into the ID token and the access
 * token alike: an empty list where there are none. Groups that cannot be read count as none.
 *
 * flexAI refuses an ID token without `preferred_username`, which a user of an existing pool may lack:
 * where the attribute is missing or empty, the ID token gets the user name in its place.
 *
 * Pulumi serialises the handler with all that it refers to, so it captures strings and arrays only:
 * a `Set` would reach Lambda as an empty object, and a second function doubles the size.
 */
export const preTokenGeneration =
    ({ rolesClaim, roles, defaultRoles }: PreTokenGenerationOptions) =>
    // eslint-disable-next-line @typescript-eslint/require-await -- Lambda waits for a promise
    async (event: PreTokenGenerationEvent | null) => {
        const { userAttributes, groupConfiguration } = event?.request ?? {};
        const groups = groupConfiguration?.groupsToOverride;
        const held = defaultRoles.concat(Array.isArray(groups) ? groups : []);
        const claims = { [rolesClaim]: roles.filter((role) => held.includes(role)) };
        const idTokenClaims: Record<string, unknown> = { ...claims };
        if (event?.userName && !userAttributes?.preferred_username)
            idTokenClaims.preferred_username = event.userName;
        const details = {
            idTokenGeneration: { claimsToAddOrOverride: idTokenClaims },
            accessTokenGeneration: { claimsToAddOrOverride: claims },
        };
        return { ...event, response: { claimsAndScopeOverrideDetails: details } };
    };

import { flexaiPaths } from "../flexai";

/** Where flexAI takes part in a sign-in, on its own host. */
export function flexaiUrls(hostname: string) {
    const origin = `https://${hostname}`;
    return {
        /** flexAI itself, where a sign-in ends if nothing else is asked for. */
        home: `${origin}/`,
        callback: origin + flexaiPaths.callback,
        signOut: origin + flexaiPaths.signOut,
    };
}

/** Addresses that Cognito may send the browser back to, flexAI's own first. Source: flexAI's manual. */
export function redirectUris(hostname: string): string[] {
    const { home, callback, signOut } = flexaiUrls(hostname);
    return [home, callback, signOut];
}

/**
 * Makes the prefix of the user pool's domain: the pool's id in lower case without its underscore.
 * Cognito refuses prefixes that hold `aws`, `amazon` or `cognito`, which the random part of an id
 * may, so such a word gets a hyphen after its first letter.
 */
export function domainPrefix(userPoolId: string): string {
    return userPoolId
        .toLowerCase()
        .replace("_", "")
        .replace(/aws|amazon|cognito/g, (word) => `${word.charAt(0)}-${word.slice(1)}`);
}

/**
 * Builds the origin of a user pool's domain. Source: Cognito's developer guide.
 *
 * @param domain - Prefix, or the whole name of a custom domain, which has a dot as no prefix has
 */
export function domainOrigin(domain: string, region: string): string {
    const host = domain.includes(".") ? domain : `${domain}.auth.${region}.amazoncognito.com`;
    return `https://${host}`;
}

/** Builds the endpoints that live on a user pool's domain. Source: Cognito's developer guide. */
export function domainEndpoints(origin: string) {
    return {
        authorizationEndpoint: `${origin}/oauth2/authorize`,
        tokenEndpoint: `${origin}/oauth2/token`,
        userinfoEndpoint: `${origin}/oauth2/userInfo`,
        endSessionEndpoint: `${origin}/logout`,
    };
}

/**
 * Builds the address that signs a user out of Cognito and then of flexAI. Cognito knows neither
 * `id_token_hint` nor `post_logout_redirect_uri`, and wants a registered `logout_uri`.
 */
export function signOutUrl(endpoint: string, clientId: string, hostname: string): string {
    const { signOut } = flexaiUrls(hostname);
    const query = new URLSearchParams({ client_id: clientId, logout_uri: signOut });
    return `${endpoint}?${query.toString()}`;
}

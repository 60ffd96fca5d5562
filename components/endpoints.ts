import type { FlexaiAddresses } from "../flexai/addresses";

/** Endpoints of a user pool, named as in OIDC Discovery, section 3. */
export interface Endpoints {
    /** Who signs the tokens: their `iss`. */
    readonly issuer: string;
    /** The metadata of the provider. */
    readonly discoveryUrl: string;
    /** The keys that verify its tokens. */
    readonly jwksUri: string;
    /** Where flexAI sends the browser for a sign-in. */
    readonly authorizationEndpoint: string;
    /** Where flexAI exchanges a code or a refresh token for tokens. */
    readonly tokenEndpoint: string;
    /** Returns the user's attributes, without the roles. */
    readonly userinfoEndpoint: string;
    /** Ends Cognito's session. It has Cognito's parameters, not OIDC's. */
    readonly endSessionEndpoint: string;
}

/** Path of the pool's domain to which a company's provider sends people back. Source: Cognito's developer guide. */
export const companyCallbackPath = "/oauth2/idpresponse";

/**
 * Builds the endpoints of a user pool. Source: Cognito's developer guide.
 *
 * @param domain - Origin of the pool's domain
 */
export function userPoolEndpoints(issuer: string, domain: string): Endpoints {
    return {
        issuer,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        jwksUri: `${issuer}/.well-known/jwks.json`,
        authorizationEndpoint: `${domain}/oauth2/authorize`,
        tokenEndpoint: `${domain}/oauth2/token`,
        userinfoEndpoint: `${domain}/oauth2/userInfo`,
        endSessionEndpoint: `${domain}/logout`,
    };
}

/**
 * Builds the prefix of the user pool's domain: the pool's id in lower case, without the underscore.
 * Cognito refuses prefixes that contain `aws`, `amazon` or `cognito`, which an id may, so such a word
 * gets a hyphen after its first letter.
 */
export function domainPrefix(userPoolId: string): string {
    return userPoolId
        .toLowerCase()
        .replace("_", "")
        .replace(/aws|amazon|cognito/g, (word) => `${word.charAt(0)}-${word.slice(1)}`);
}

/** Whether it is the full name of a custom domain, which unlike a prefix has a dot. */
export function isCustomDomain(domain: string): boolean {
    return domain.includes(".");
}

/**
 * Builds the origin of a user pool's domain. Source: Cognito's developer guide.
 *
 * @param domain - Prefix, or the full name of a custom domain
 */
export function domainOrigin(domain: string, region: string): string {
    const host = isCustomDomain(domain) ? domain : `${domain}.auth.${region}.amazoncognito.com`;
    return `https://${host}`;
}

/**
 * Builds the link that signs a user out of Cognito and then out of flexAI. Cognito supports neither
 * `id_token_hint` nor `post_logout_redirect_uri`; it requires a registered `logout_uri`.
 */
export function signOutUrl(
    endSessionEndpoint: string,
    clientId: string,
    logoutUri: string,
): string {
    const query = new URLSearchParams({ client_id: clientId, logout_uri: logoutUri });
    return `${endSessionEndpoint}?${query.toString()}`;
}

/** Builds the sign-out link of each name of flexAI. */
export function signOutUrlsOf(
    endSessionEndpoint: string,
    clientId: string,
    [first, ...others]: FlexaiAddresses["signOuts"],
): [string, ...string[]] {
    const linkTo = (logoutUri: string) => signOutUrl(endSessionEndpoint, clientId, logoutUri);
    return [linkTo(first), ...others.map(linkTo)];
}

/** Builds the address of a user pool's page in the AWS console. */
export function consoleUrl(region: string, userPoolId: string): string {
    return `https://${region}.console.aws.amazon.com/cognito/v2/idp/user-pools/${userPoolId}/overview?region=${region}`;
}

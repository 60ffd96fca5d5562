import { signInSeconds, tokenLifetimes } from "./manual";

/** Values that the Authentication section of flexAI's configuration file needs. */
export interface ConfigurationValues {
    readonly issuer: string;
    readonly jwksUri: string;
    readonly authorizationEndpoint: string;
    readonly tokenEndpoint: string;
    readonly endSessionEndpoint: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** Key that Envoy signs its cookies with. */
    readonly hmacSecret: string;
}

const authorizationEndpointParameter = "OIDC_AUTHORIZATION_ENDPOINT_URL";

/**
 * Writes the Authentication section of flexAI's configuration file, a line for each parameter in the
 * order of flexAI's manual.
 *
 * @throws {Error} On a value that would need quotes, because how flexAI reads them is not known
 */
export function configurationFile(values: ConfigurationValues): string {
    const oauth = new URL(values.tokenEndpoint);
    const jwks = new URL(values.jwksUri);
    const parameters: Readonly<Record<string, string>> = {
        OIDC_PROVIDER: "cognito",
        OIDC_TOKEN_ENDPOINT_URL: values.tokenEndpoint,
        [authorizationEndpointParameter]: values.authorizationEndpoint,
        OIDC_END_SESSION_ENDPOINT_URL: values.endSessionEndpoint,
        OIDC_ISSUER_URL: values.issuer,
        OIDC_JWKS_URI_URL: values.jwksUri,
        CLUSTER_OAUTH_ADDRESS: oauth.hostname,
        CLUSTER_OAUTH_HTTPS_PORT: portOf(oauth),
        CLUSTER_OAUTH_SNI: oauth.hostname,
        CLUSTER_JWKS_ADDRESS: jwks.hostname,
        CLUSTER_JWKS_HTTPS_PORT: portOf(jwks),
        CLUSTER_JWKS_SNI: jwks.hostname,
        OIDC_CLIENT_ID: values.clientId,
        OIDC_CLIENT_SECRET: values.clientSecret,
        OIDC_HMAC_SECRET: values.hmacSecret,
        TOKEN_CODE_VERIFIER_EXPIRES_IN: `${String(signInSeconds)}s`,
        TOKEN_CSRF_EXPIRES_IN: `${String(signInSeconds)}s`,
        TOKEN_DEFAULT_REFRESH_EXPIRES_IN: `${String(tokenLifetimes.refreshTokenHours * 3600)}s`,
        TOKEN_DEFAULT_EXPIRES_IN: `${String(tokenLifetimes.accessTokenMinutes * 60)}s`,
    };
    return [
        "# Authentication section of flexAI's configuration file. It holds secrets: keep it private.",
        ...Object.entries(parameters).map(
            ([name, value]) => `${name}=${withoutQuotes(name, value)}`,
        ),
        '# For you to decide: flexAI\'s manual says "only set when using Amazon AWS Cognito", which this',
        "# is, and does not say which values it accepts. Ask flexAI's support before you set it.",
        "#FLEXAI_HOST_PROT=",
        "",
    ].join("\n");
}

/** Reads off a configuration file where flexAI is to send the browser for a sign-in. */
export function authorizationEndpointIn(file: string): string | undefined {
    return new RegExp(`^${authorizationEndpointParameter}=(.*)$`, "m").exec(file)?.[1];
}

function portOf({ protocol, port }: URL): string {
    return port || (protocol === "http:" ? "80" : "443");
}

function withoutQuotes(name: string, value: string): string {
    if (/^[\w.~:/?&=%+-]+$/.test(value)) return value;
    // The value may be a secret, so it is not shown.
    const error = new Error(
        `${name} is empty or would need quotes, and how flexAI reads them is not known.`,
    );
    // Thrown inside Pulumi's SDK, whose frames in a stack take Node.js minutes to print.
    delete error.stack;
    throw error;
}

import type { ResourceOf } from "./resourcesOfType";

/** A client of a user pool as the program registered it. */
export interface UserPoolClient {
    readonly name: string;
    readonly id: string;
    /** The secret, if the client has one. */
    readonly secret: string | undefined;
    readonly callbackUrls: readonly string[];
    readonly logoutUrls: readonly string[];
    /** Names of those whose users may sign in; the pool's own are COGNITO. */
    readonly identityProviders: readonly string[];
    /** OAuth flows, such as `code`; none if OAuth is off for the client. */
    readonly flows: readonly string[];
    readonly scopes: readonly string[];
    /** Names of the attributes that the client may read. */
    readonly readAttributes: readonly string[];
    readonly refreshAllowed: boolean;
    readonly revocable: boolean;
    /** Seconds. */
    readonly lifetimes: {
        readonly idToken: number;
        readonly accessToken: number;
        readonly refreshToken: number;
    };
}

type Token = "idToken" | "accessToken" | "refreshToken";
type Unit = keyof typeof seconds;
const seconds = { seconds: 1, minutes: 60, hours: 3600, days: 86400 } as const;

/** Reads a client, with the defaults of Cognito's `CreateUserPoolClient`. */
export function readClient({
    id,
    state: client,
}: ResourceOf<"aws:cognito/userPoolClient:UserPoolClient">): UserPoolClient {
    const lifetime = (token: Token, validity: number, unit: Unit) =>
        validity * seconds[(client.tokenValidityUnits?.[token] ?? unit) as Unit];
    return {
        name: client.name ?? "",
        id,
        secret: client.generateSecret ? client.clientSecret : undefined,
        callbackUrls: client.callbackUrls ?? [],
        logoutUrls: client.logoutUrls ?? [],
        identityProviders: client.supportedIdentityProviders ?? [],
        flows: client.allowedOauthFlowsUserPoolClient ? (client.allowedOauthFlows ?? []) : [],
        scopes: client.allowedOauthScopes ?? [],
        readAttributes: client.readAttributes ?? [],
        refreshAllowed: client.explicitAuthFlows?.includes("ALLOW_REFRESH_TOKEN_AUTH") ?? true,
        revocable: client.enableTokenRevocation ?? true,
        lifetimes: {
            idToken: lifetime("idToken", client.idTokenValidity ?? 1, "hours"),
            accessToken: lifetime("accessToken", client.accessTokenValidity ?? 1, "hours"),
            refreshToken: lifetime("refreshToken", client.refreshTokenValidity ?? 30, "days"),
        },
    };
}

/** Registers the paths of the client's `https` addresses at `origin` as well. */
export function alsoAt(client: UserPoolClient, origin: string): UserPoolClient {
    const withOrigin = (urls: readonly string[]) => {
        const paths = urls
            .map((url) => new URL(url))
            .filter(({ protocol }) => protocol === "https:")
            .map(({ pathname, search }) => `${origin}${pathname}${search}`);
        return [...new Set([...urls, ...paths])];
    };
    return {
        ...client,
        callbackUrls: withOrigin(client.callbackUrls),
        logoutUrls: withOrigin(client.logoutUrls),
    };
}

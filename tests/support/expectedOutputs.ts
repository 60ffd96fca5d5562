/** What AWS chose for a stack. */
export interface Ids {
    /** Of the pool, such as `eu-central-1_Abc123XyZ`. */
    readonly userPoolId: string;
    readonly clientId: string;
    readonly clientSecret: string;
}

/** The outputs, but for flexAI's configuration file, of a stack for `flexai.example.com` with a pool of its own in eu-central-1. */
export function expectedOutputs({ userPoolId, clientId, clientSecret }: Ids) {
    const issuer = `https://cognito-idp.eu-central-1.amazonaws.com/${userPoolId}`;
    const prefix = userPoolId.toLowerCase().replace("_", "");
    const domain = `https://${prefix}.auth.eu-central-1.amazoncognito.com`;
    const signOutUrl =
        `${domain}/logout?client_id=${clientId}` +
        "&logout_uri=https%3A%2F%2Fflexai.example.com%2Foauth2%2Fsignout";
    return {
        issuer,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        jwksUri: `${issuer}/.well-known/jwks.json`,
        authorizationEndpoint: `${domain}/oauth2/authorize`,
        tokenEndpoint: `${domain}/oauth2/token`,
        userinfoEndpoint: `${domain}/oauth2/userInfo`,
        endSessionEndpoint: `${domain}/logout`,
        signOutUrl,
        signOutUrls: [signOutUrl],
        redirectUris: [
            "https://flexai.example.com/",
            "https://flexai.example.com/oauth2/callback",
            "https://flexai.example.com/oauth2/signout",
        ],
        rolesClaim: "https://flexai.de/roles",
        clientId,
        clientSecret,
        userPoolId,
        consoleUrl:
            "https://eu-central-1.console.aws.amazon.com/cognito/v2/idp/user-pools/" +
            `${userPoolId}/overview?region=eu-central-1`,
    };
}

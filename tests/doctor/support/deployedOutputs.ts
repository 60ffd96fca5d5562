import type { Outputs } from "../../../doctor/deployment";

/** Outputs of a real deployment. */
export const deployedOutputs = {
    issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
    discoveryUrl:
        "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ/.well-known/openid-configuration",
    jwksUri:
        "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ/.well-known/jwks.json",
    authorizationEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/authorize",
    tokenEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/token",
    userinfoEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/oauth2/userInfo",
    endSessionEndpoint: "https://pool.auth.eu-central-1.amazoncognito.com/logout",
    signOutUrl: "https://pool.auth.eu-central-1.amazoncognito.com/logout?client_id=id",
    redirectUris: ["https://flexai.example.com/"],
    rolesClaim: "https://flexai.de/roles",
    clientId: "id",
    clientSecret: "verysecret0123456789",
    userPoolId: "eu-central-1_Abc123XyZ",
} satisfies Outputs;

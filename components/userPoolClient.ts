import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { FlexaiAddresses } from "../flexai/addresses";
import { flexaiScopes, tokenLifetimes } from "../flexai/manual";
import type { RegisteredUserPool } from "./userPoolSource";

/** Creates flexAI's client. */
export function createUserPoolClient(
    name: string,
    flexai: FlexaiAddresses,
    userPool: RegisteredUserPool,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.UserPoolClient {
    return new aws.cognito.UserPoolClient(name, userPoolClientArgs(flexai, userPool), opts);
}

/**
 * Sets every property of flexAI's client: an update resets to Cognito's default what is left out.
 * Refresh token rotation alone stays unset, which means off: it breaks the parallel refreshes that
 * Envoy sends, and it excludes `ALLOW_REFRESH_TOKEN_AUTH`.
 */
function userPoolClientArgs(
    { home, signOuts, redirectUris }: FlexaiAddresses,
    { pool, identityProviders, writableAttributes }: RegisteredUserPool,
): aws.cognito.UserPoolClientArgs {
    return {
        name: "flexAI",
        userPoolId: pool.id,
        generateSecret: true,

        callbackUrls: [...redirectUris],
        defaultRedirectUri: home,
        logoutUrls: [...signOuts],

        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: [...flexaiScopes],
        supportedIdentityProviders: [...identityProviders],
        // Choice-based sign-in, which covers passwords. AWS does not document whether its managed
        // login can do without it. The API still requires the client's secret.
        explicitAuthFlows: ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        preventUserExistenceErrors: "ENABLED",
        enableTokenRevocation: true,
        enablePropagateAdditionalUserContextData: false,
        authSessionValidity: 3,

        accessTokenValidity: tokenLifetimes.accessTokenMinutes,
        idTokenValidity: tokenLifetimes.idTokenMinutes,
        refreshTokenValidity: tokenLifetimes.refreshTokenHours,
        tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },

        readAttributes: ["email", "email_verified", "preferred_username"],
        // An empty list would mean all of them.
        writeAttributes: [...new Set(["email", "preferred_username", ...writableAttributes])],
    };
}

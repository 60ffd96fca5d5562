import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { flexaiScopes, tokenLifetimes } from "../flexai";
import { flexaiUrls, redirectUris } from "./endpoints";

/**
 * Settles every property of flexAI's client: an update resets to Cognito's default what is left out.
 * Refresh token rotation alone stays unset, which means off: it cannot be switched off again and
 * breaks refreshes in parallel, which Envoy sends.
 */
export function userPoolClientArgs(
    userPoolId: pulumi.Input<string>,
    hostname: string,
): aws.cognito.UserPoolClientArgs {
    const { home, signOut } = flexaiUrls(hostname);
    return {
        name: "flexAI",
        userPoolId,
        generateSecret: true,

        callbackUrls: redirectUris(hostname),
        defaultRedirectUri: home,
        logoutUrls: [signOut],

        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: [...flexaiScopes],
        supportedIdentityProviders: ["COGNITO"],
        // No password reaches Cognito but through its own sign-in page.
        explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        preventUserExistenceErrors: "ENABLED",
        enableTokenRevocation: true,
        enablePropagateAdditionalUserContextData: false,
        authSessionValidity: 3,

        accessTokenValidity: tokenLifetimes.accessTokenMinutes,
        idTokenValidity: tokenLifetimes.idTokenMinutes,
        refreshTokenValidity: tokenLifetimes.refreshTokenHours,
        tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" },

        readAttributes: ["email", "email_verified", "preferred_username"],
        // Required attributes are writable in any case, and an empty list would mean all of them.
        writeAttributes: ["email", "preferred_username"],
    };
}

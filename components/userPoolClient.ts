import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { FlexaiAddresses } from "../flexai/addresses";
import { flexaiScopes, tokenLifetimes } from "../flexai/manual";

/** Creates flexAI's client. */
export function createUserPoolClient(
    name: string,
    userPoolId: pulumi.Input<string>,
    flexai: FlexaiAddresses,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.UserPoolClient {
    return new aws.cognito.UserPoolClient(name, userPoolClientArgs(userPoolId, flexai), opts);
}

/**
 * Settles every property of flexAI's client: an update resets to Cognito's default what is left out.
 * Refresh token rotation alone stays unset, which means off: it breaks the parallel refreshes that
 * Envoy sends, and it excludes `ALLOW_REFRESH_TOKEN_AUTH`.
 */
function userPoolClientArgs(
    userPoolId: pulumi.Input<string>,
    { home, signOut, redirectUris }: FlexaiAddresses,
): aws.cognito.UserPoolClientArgs {
    return {
        name: "flexAI",
        userPoolId,
        generateSecret: true,

        callbackUrls: [...redirectUris],
        defaultRedirectUri: home,
        logoutUrls: [signOut],

        allowedOauthFlowsUserPoolClient: true,
        allowedOauthFlows: ["code"],
        allowedOauthScopes: [...flexaiScopes],
        supportedIdentityProviders: ["COGNITO"],
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
        // Required attributes are writable in any case, and an empty list would mean all of them.
        writeAttributes: ["email", "preferred_username"],
    };
}

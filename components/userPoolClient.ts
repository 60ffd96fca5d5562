import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { FlexaiAddresses } from "../flexai/addresses";
import { flexaiScopes, tokenLifetimes } from "../flexai/manual";
import type { UserPoolSource } from "./userPoolSource";

/** What depends on where the user pool comes from. */
type ClientSettings = Pick<UserPoolSource, "identityProviders" | "writableAttributes">;

/** Creates flexAI's client. */
export function createUserPoolClient(
    name: string,
    userPoolId: pulumi.Input<string>,
    flexai: FlexaiAddresses,
    settings: ClientSettings,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.UserPoolClient {
    const args = userPoolClientArgs(userPoolId, flexai, settings);
    return new aws.cognito.UserPoolClient(name, args, opts);
}

/**
 * Sets every property of flexAI's client: an update resets to Cognito's default what is left out.
 * Refresh token rotation alone stays unset, which means off: it breaks the parallel refreshes that
 * Envoy sends, and it excludes `ALLOW_REFRESH_TOKEN_AUTH`.
 */
function userPoolClientArgs(
    userPoolId: pulumi.Input<string>,
    { home, signOuts, redirectUris }: FlexaiAddresses,
    { identityProviders, writableAttributes }: ClientSettings,
): aws.cognito.UserPoolClientArgs {
    return {
        name: "flexAI",
        userPoolId,
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

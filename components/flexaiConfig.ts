import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";

import { configurationFile } from "../flexai/configurationFile";
import type { CompanyLoginSettings } from "./companyLogin";
import { removable } from "./destroyGuard";
import type { Endpoints } from "./endpoints";
import { signInEndpoint, type SignInLanguage } from "./signInLanguage";

/** Settings of flexAI's configuration file. */
export interface FlexaiConfigSettings extends CompanyLoginSettings {
    /** Language in which flexAI asks for the sign-in page, empty for none in particular. */
    readonly language: SignInLanguage | "";
}

/** Creates the key that Envoy signs its cookies with, which the operator can rotate. */
export function createCookieKey(
    name: string,
    opts: pulumi.CustomResourceOptions,
): random.RandomPassword {
    return new random.RandomPassword(
        `${name}-hmac`,
        // Not RandomBytes: its id is the secret itself, in clear text in the state.
        { length: 64, special: false },
        removable(opts),
    );
}

/**
 * Writes the Authentication section of flexAI's configuration file, which is a secret.
 *
 * @param cookieKey - Key that Envoy signs its cookies with
 */
export function flexaiConfig(
    { language, companyLogin }: FlexaiConfigSettings,
    endpoints: pulumi.Output<Endpoints>,
    client: aws.cognito.UserPoolClient,
    cookieKey: random.RandomPassword,
): pulumi.Output<string> {
    const identityProvider = companyLogin?.only ? companyLogin.name : undefined;
    return pulumi.secret(
        pulumi
            .all([endpoints, client.id, client.clientSecret, cookieKey.result])
            .apply(([endpoints, clientId, clientSecret, hmacSecret]) =>
                configurationFile({
                    ...endpoints,
                    authorizationEndpoint: signInEndpoint(endpoints, {
                        language,
                        identityProvider,
                    }),
                    clientId,
                    clientSecret,
                    hmacSecret,
                }),
            ),
    );
}

import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type * as random from "@pulumi/random";

import { configurationFile } from "../flexai/configurationFile";
import type { Endpoints } from "./endpoints";
import { endpointInLanguage, type SignInLanguage } from "./signInLanguage";

/** Settings of flexAI's configuration file. */
export interface FlexaiConfigSettings {
    /** Language in which flexAI asks for the sign-in page, empty for none in particular. */
    readonly language: SignInLanguage | "";
}

/**
 * Writes the Authentication section of flexAI's configuration file, which is a secret.
 *
 * @param cookieKey - Key that Envoy signs its cookies with
 */
export function flexaiConfig(
    { language }: FlexaiConfigSettings,
    endpoints: pulumi.Output<Endpoints>,
    client: aws.cognito.UserPoolClient,
    cookieKey: random.RandomPassword,
): pulumi.Output<string> {
    return pulumi.secret(
        pulumi
            .all([endpoints, client.id, client.clientSecret, cookieKey.result])
            .apply(([endpoints, clientId, clientSecret, hmacSecret]) =>
                configurationFile({
                    ...endpoints,
                    authorizationEndpoint: endpointInLanguage(endpoints, language),
                    clientId,
                    clientSecret,
                    hmacSecret,
                }),
            ),
    );
}

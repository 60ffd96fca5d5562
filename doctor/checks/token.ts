import { randomBytes, randomUUID } from "node:crypto";

import { type Check, failed, passed } from "../check";
import { type Answer, request } from "../http";
import type { Outputs } from "../outputs";
import { hostCheck } from "./hosts";

/** Checks that the token endpoint knows the client by its secret and by that alone. */
export function tokenChecks(outputs: Outputs): Check[] {
    const needs = [hostCheck(outputs.tokenEndpoint)];
    return [
        {
            name: "the token endpoint takes the client's id and secret",
            needs,
            run: async () => {
                const seen = errorIn(await ask(outputs, outputs.clientSecret));
                if (seen === "invalid_grant") return passed("invalid_grant for a made-up code");
                return failed("invalid_grant for a made-up code", seen, adviceFor(seen));
            },
        },
        {
            name: "the token endpoint refuses a wrong secret",
            needs,
            run: async () => {
                const seen = errorIn(await ask(outputs, randomBytes(32).toString("hex")));
                if (seen === "invalid_client") return passed(seen);
                return failed(
                    "invalid_client for a made-up secret",
                    seen,
                    "Whoever knows the client's id could pass for flexAI. Look whether the token " +
                        "endpoint is really Cognito's, and whether the client still has a secret: " +
                        "pulumi up --refresh --stack NAME",
                );
            },
        },
    ];
}

/** Asks for tokens with a code that looks like Cognito's and is none. */
function ask({ tokenEndpoint, clientId, redirectUris }: Outputs, secret: string): Promise<Answer> {
    return request(tokenEndpoint, {
        grant_type: "authorization_code",
        code: randomUUID(),
        redirect_uri: redirectUris[0] ?? "",
        client_id: clientId,
        client_secret: secret,
    });
}

function adviceFor(error: string): string {
    switch (error) {
        case "invalid_client":
            return (
                "The outputs' client id or secret is not the client's in Cognito: take the outputs " +
                "anew after pulumi up --refresh --stack NAME, and write flexAI's configuration " +
                "from the output flexaiConfig again."
            );
        case "unauthorized_client":
            return (
                "The client may not use the authorization code grant: run pulumi up --refresh " +
                "--stack NAME, which puts back what was changed by hand."
            );
        default:
            return (
                "Cognito does not answer so. Look whether the output tokenEndpoint is that of this " +
                "user pool's domain, and try again."
            );
    }
}

/** Reads OAuth's error code and nothing else: servers may echo what they were sent. */
function errorIn({ status, text }: Answer): string {
    const [, code] = /"error"\s*:\s*"(\w{1,40})"/.exec(text) ?? [];
    return status >= 400 && code !== undefined ? code : `status ${String(status)}, no error code`;
}

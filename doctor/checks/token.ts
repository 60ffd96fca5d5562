import { randomBytes, randomUUID } from "node:crypto";

import { type Check, failed, passed, type Result, warned } from "../check";
import type { Commands } from "../commands";
import type { Deployment } from "../deployment";
import { foreignResponse, type HttpResponse, jsonObject, request } from "../http";

/** Error codes of a token endpoint. RFC 6749, section 5.2. */
const errorCodes: readonly unknown[] = [
    "invalid_request",
    "invalid_client",
    "invalid_grant",
    "unauthorized_client",
    "unsupported_grant_type",
    "invalid_scope",
];

/** What a token endpoint returns to authenticated clients only. */
const authenticated: readonly string[] = ["tokens", "invalid_grant", "unauthorized_client"];

/**
 * Checks that the token endpoint accepts the client with its secret, and only with that.
 *
 * @param needs - The checks that confirm that the secret may be sent to the token endpoint
 */
export function tokenChecks(deployment: Deployment, needs: readonly Check[]): Check[] {
    const commands = deployment.commands;
    return [
        {
            name: "the token endpoint accepts the client's id and secret",
            needs,
            run: async () =>
                withSecret(await responseTo(deployment, deployment.clientSecret), commands),
        },
        {
            name: "the token endpoint refuses a wrong secret",
            needs,
            run: async () =>
                withWrongSecret(
                    await responseTo(deployment, randomBytes(32).toString("hex")),
                    commands,
                ),
        },
    ];
}

/** Asks for tokens with a made-up code, which has the form of Cognito's. */
async function responseTo(
    { tokenEndpoint, clientId, redirectUris }: Deployment,
    secret: string,
): Promise<string> {
    const form = {
        grant_type: "authorization_code",
        code: randomUUID(),
        redirect_uri: redirectUris[0] ?? "",
        client_id: clientId,
        client_secret: secret,
    };
    return outcomeOf(await request(tokenEndpoint, form));
}

function withSecret(seen: string, { restore, configure }: Commands): Result {
    const expected = "invalid_grant for a made-up code";
    switch (seen) {
        case "invalid_grant":
            return passed(expected);
        case "invalid_client":
            return failed(
                expected,
                seen,
                "The outputs' client id or secret is not the client's in Cognito: read the " +
                    "outputs again, then write flexAI's configuration again. See " +
                    "docs/broken.md#oauth-flow-failed",
                [...restore, ...configure],
            );
        case "unauthorized_client":
            return failed(
                expected,
                seen,
                "The client may not use the authorization code grant: restore what was changed " +
                    "by hand.",
                restore,
            );
        default:
            return failed(
                expected,
                seen,
                "Cognito does not respond like this. Check whether the output tokenEndpoint is " +
                    "that of this user pool's domain.",
            );
    }
}

function withWrongSecret(seen: string, { restore }: Commands): Result {
    const expected = "invalid_client for a made-up secret";
    if (seen === "invalid_client") return passed(seen);
    if (!authenticated.includes(seen)) {
        return warned(expected, seen, "This does not show whether the secret matters: try again.");
    }
    return failed(
        expected,
        seen,
        "Anybody who knows the client's id could pass for flexAI. Check whether the token endpoint " +
            "is really Cognito's, and whether the client still has a secret.",
        restore,
    );
}

/**
 * Reads OAuth's error code, or `tokens`, and nothing else: a server may send back what it was sent.
 *
 * @throws {NoResponse} When the response is not in OAuth's form
 */
function outcomeOf(response: HttpResponse): string {
    const { status } = response;
    const { error, access_token: token } = jsonObject(response) ?? {};
    if (status === 200 && typeof token === "string") return "tokens";
    if ((status === 400 || status === 401) && errorCodes.includes(error)) return String(error);
    throw foreignResponse(response);
}

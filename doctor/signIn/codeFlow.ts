import { createHash, randomBytes } from "node:crypto";

import { flexaiPaths, flexaiScopes } from "../../flexai/manual";
import { CheckFailed, failed } from "../check";
import type { Commands } from "../commands";
import type { Deployment, Outputs } from "../deployment";
import { foreignResponse, jsonObject, request } from "../http";

/** A request for a sign-in, and what its response must match. OIDC Core, section 3.1.2.1. */
export interface SignInRequest {
    readonly url: string;
    readonly redirectUri: string;
    readonly state: string;
    readonly nonce: string;
    /** Proves to the token endpoint who made the request. RFC 7636, section 4.1. */
    readonly codeVerifier: string;
}

/**
 * Makes the request that Envoy in flexAI makes, and adds a nonce. It names no language, because the
 * page for an authenticator app is recognized in English only.
 */
export function signInRequest(outputs: Outputs): SignInRequest {
    const { authorizationEndpoint, clientId, redirectUris } = outputs;
    const redirectUri = redirectUris.find((uri) => uri.endsWith(flexaiPaths.callback)) ?? "";
    const [state, nonce, codeVerifier] = [random(), random(), random()];
    const url = new URL(authorizationEndpoint);
    const parameters = {
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: flexaiScopes.join(" "),
        state,
        nonce,
        code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
        code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url: url.href, redirectUri, state, nonce, codeVerifier };
}

function random(): string {
    return randomBytes(32).toString("base64url");
}

/**
 * Reads the code off the callback. OIDC Core, section 3.1.2.5.
 *
 * @throws {CheckFailed} When it carries an error, no code, or another state
 */
export function readCode(
    url: URL,
    { redirectUri, state }: SignInRequest,
    { restore, showTriggerLog }: Commands,
): string {
    const fail = (seen: string, advice: string, commands?: readonly string[]) =>
        new CheckFailed(failed("a code and the state at the callback", seen, advice, commands));
    const { origin, pathname, searchParams } = url;
    if (origin + pathname !== redirectUri) {
        throw fail(
            origin + pathname,
            `The request had the callback ${redirectUri}, and the browser was sent to another ` +
                "address of flexAI. Check whether the authorization endpoint is really Cognito's.",
        );
    }
    const error = searchParams.get("error");
    if (error !== null) {
        const description = searchParams.get("error_description") ?? "";
        const seen = `error=${error} ${description}`.trim();
        if (!/PreTokenGen/i.test(description)) {
            throw fail(seen, "Cognito refuses the sign-in. Restore the client.", restore);
        }
        throw fail(
            seen,
            "The pre token generation trigger failed, and with it every sign-in. The first command " +
                "restores it and the permission to invoke it, the others show its log. See " +
                "docs/broken.md#an-error-about-pretokengeneration",
            [...restore, ...showTriggerLog],
        );
    }
    if (searchParams.get("state") !== state) {
        throw fail(
            "another state, or none",
            "Envoy in flexAI refuses such a callback. Check whether the authorization endpoint is " +
                "really Cognito's.",
        );
    }
    const code = searchParams.get("code") ?? "";
    if (code !== "") return code;
    throw fail("no code", "Check whether the authorization endpoint is really Cognito's.");
}

/** The tokens of a sign-in, which are never shown. */
export interface Tokens {
    readonly idToken: string;
    readonly accessToken: string;
}

/**
 * Exchanges a code for tokens, with the client's secret and PKCE. To be called only after OIDC
 * Discovery has confirmed the token endpoint.
 *
 * @throws {CheckFailed} When the token endpoint refuses the code
 */
export async function redeem(
    { tokenEndpoint, clientId, clientSecret, commands }: Deployment,
    code: string,
    { redirectUri, codeVerifier }: SignInRequest,
): Promise<Tokens> {
    const response = await request(tokenEndpoint, {
        grant_type: "authorization_code",
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
        code_verifier: codeVerifier,
    });
    const body = jsonObject(response);
    if (!body) throw foreignResponse(response);
    const { id_token: idToken, access_token: accessToken, error } = body;
    if (typeof idToken === "string" && typeof accessToken === "string") {
        return { idToken, accessToken };
    }
    throw new CheckFailed(
        failed(
            "an ID token and an access token",
            typeof error === "string" && /^\w{1,40}$/.test(error) ? error : "no tokens",
            "The output clientSecret is not the client's, or the client was changed: restore it, " +
                "then write flexAI's configuration again.",
            [...commands.restore, ...commands.configure],
        ),
    );
}

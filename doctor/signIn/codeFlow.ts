import { createHash, randomBytes } from "node:crypto";

import { flexaiPaths, flexaiScopes } from "../../flexai/manual";
import type { Outputs } from "../deployment";
import { foreignResponse, jsonObject, request } from "../http";
import { Unexpected } from "./unexpected";

/** A request for a sign-in, and what its response is checked against. OIDC Core, section 3.1.2.1. */
export interface SignInRequest {
    readonly url: string;
    readonly redirectUri: string;
    readonly state: string;
    readonly nonce: string;
    /** Proves to the token endpoint who made the request. RFC 7636, section 4.1. */
    readonly codeVerifier: string;
}

/**
 * Makes the request that Envoy in flexAI makes, with a nonce in addition, and in no other language
 * than English, in which the page for an authenticator app is recognized.
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
 * @throws {Unexpected} When it carries an error, no code, or another state
 */
export function readCode(url: URL, { redirectUri, state }: SignInRequest): string {
    const expected = "a code and the state at the callback";
    const address = url.origin + url.pathname;
    if (address !== redirectUri) {
        throw new Unexpected(
            `the callback ${redirectUri}`,
            address,
            "The browser was sent to another address of flexAI than the one that was asked for. " +
                "Check whether the authorization endpoint is really Cognito's.",
            false,
        );
    }
    const error = url.searchParams.get("error");
    if (error !== null) {
        const description = url.searchParams.get("error_description") ?? "";
        throw new Unexpected(
            expected,
            `error=${error} ${description}`.trim(),
            /PreTokenGen/i.test(description)
                ? "The pre token generation trigger failed, and with it every sign-in. See its log: " +
                      "aws logs describe-log-groups --log-group-name-prefix " +
                      "cognito-custom-roles-oidc-flexai, then aws logs tail NAME. pulumi up --refresh " +
                      "--stack NAME restores the function's permission."
                : "Cognito refuses the sign-in in these words. pulumi up --refresh --stack NAME " +
                      "restores the client as the program has it.",
        );
    }
    if (url.searchParams.get("state") !== state) {
        throw new Unexpected(
            expected,
            "another state, or none",
            "Envoy in flexAI refuses such a callback. Check whether the authorization endpoint is " +
                "really Cognito's.",
            false,
        );
    }
    const code = url.searchParams.get("code") ?? "";
    if (code === "") {
        throw new Unexpected(
            expected,
            "no code",
            "Check whether the authorization endpoint is really Cognito's.",
            false,
        );
    }
    return code;
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
 * @throws {Unexpected} When the token endpoint refuses the code
 */
export async function redeem(
    { tokenEndpoint, clientId, clientSecret }: Outputs,
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
    throw new Unexpected(
        "an ID token and an access token",
        typeof error === "string" && /^\w{1,40}$/.test(error) ? error : "no tokens",
        "The output clientSecret is not the client's, or the client was changed. After this, write " +
            "flexAI's configuration file again:",
    );
}

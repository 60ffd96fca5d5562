import { createHash, randomBytes } from "node:crypto";

import { flexaiPaths, flexaiScopes } from "../../flexai/manual";
import type { Outputs } from "../deployment";

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

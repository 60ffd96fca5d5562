import type { Outputs } from "../deployment";
import { foreignResponse, jsonObject, request } from "../http";
import type { SignInRequest } from "./signInRequest";
import { Unexpected } from "./unexpected";

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

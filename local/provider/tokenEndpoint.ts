import { Hono } from "hono";

import { randomSecret, sameSecret, sha256 } from "../secrets";
import { TriggerError } from "../trigger/trigger";
import { authenticateClient } from "./clientAuthentication";
import { formOf, type Parameters } from "./parameters";
import type { Code, Provider } from "./provider";
import { Refusal } from "./refusedRequest";

/** Serves the token and revocation endpoints. */
export function tokenRoutes(provider: Provider) {
    const { pool, refreshTokens, revoked } = provider;
    return new Hono()
        .post("/oauth2/token", async (c) => {
            const form = await formOf(c);
            authenticateClient(c.req.header("authorization"), form, pool.client);
            switch (form.grant_type) {
                case "authorization_code":
                    return c.json(await exchangeCode(form, provider));
                case "refresh_token":
                    return c.json(await refresh(form, provider));
                case "client_credentials":
                    throw refused("unauthorized_client");
                case undefined:
                    throw refused("invalid_request");
                default:
                    throw refused("unsupported_grant_type");
            }
        })
        .post("/oauth2/revoke", async (c) => {
            const form = await formOf(c);
            authenticateClient(c.req.header("authorization"), form, pool.client, 401);
            if (form.token === undefined) throw refused("invalid_request");
            // Three parts: an access or ID token.
            const revocable = pool.client.revocable && form.token.split(".").length !== 3;
            if (!revocable) throw refused("unsupported_token_type");
            const grant = refreshTokens.get(form.token);
            refreshTokens.delete(form.token);
            if (grant) revoked.set(grant.originJti, true);
            return c.body(null, 200);
        });
}

async function exchangeCode(form: Parameters, { codes, tokens, refreshTokens }: Provider) {
    if (form.code === undefined) throw refused("invalid_request");
    const code = codes.get(form.code);
    // Used up before it is checked, so that there is one try.
    codes.delete(form.code);
    if (!code || !fits(form, code)) throw refused("invalid_grant");
    const { request, grant, customization } = code;
    const response = await tokens.issue(grant, customization, request.nonce);
    const refreshToken = randomSecret();
    refreshTokens.set(refreshToken, grant);
    return { ...response, refresh_token: refreshToken };
}

/** Whether the client that began the sign-in finishes it. RFC 7636, section 4.6. */
function fits({ redirect_uri: redirectUri, code_verifier: verifier }: Parameters, code: Code) {
    const { request } = code;
    if (redirectUri !== request.redirectUri) return false;
    if (request.codeChallenge === undefined) return verifier === undefined;
    return (
        verifier !== undefined &&
        /^[\w.~-]{43,128}$/.test(verifier) &&
        sameSecret(sha256(verifier).toString("base64url"), request.codeChallenge)
    );
}

/** Issues no new refresh token, like Cognito: the old one stays valid until it expires. */
async function refresh(form: Parameters, { pool, refreshTokens, tokens }: Provider) {
    if (!pool.client.refreshAllowed) throw refused("unauthorized_client");
    if (form.refresh_token === undefined) throw refused("invalid_request");
    const grant = refreshTokens.get(form.refresh_token);
    if (!grant) throw refused("invalid_grant");
    try {
        const source = "TokenGeneration_RefreshTokens";
        return await tokens.issue(grant, await tokens.customization(grant, source));
    } catch (error) {
        throw error instanceof TriggerError ? refused("invalid_request") : error;
    }
}

function refused(code: string): Refusal {
    return new Refusal(400, code, code);
}

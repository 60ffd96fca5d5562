import { type Context, Hono } from "hono";

import { userInfoClaims } from "./claims";
import type { Provider } from "./provider";
import { Refusal } from "./refusedRequest";

/** Serves the userInfo endpoint. OIDC Core, section 5.3. */
export function userInfoRoutes(provider: Provider) {
    const respond = async (c: Context) => {
        const authorization = c.req.header("authorization");
        if (authorization === undefined) throw new Refusal(400, "There is no access token.");
        const token = /^bearer +([\w.-]+)$/i.exec(authorization)?.[1] ?? "";
        const claims = await provider.tokens.accessTokenClaims(token);
        const user = provider.userOf(claims?.sub);
        const scopes = String(claims?.scope).split(" ");
        const revoked = provider.revoked.get(String(claims?.origin_jti)) === true;
        if (!user || revoked || !scopes.includes("openid")) {
            c.header("www-authenticate", 'Bearer error="invalid_token"');
            throw new Refusal(401, "The access token is not valid here.", "invalid_token");
        }
        return c.json(userInfoClaims({ user, scopes }, provider.pool.client));
    };
    return new Hono().get("/oauth2/userInfo", respond).post("/oauth2/userInfo", respond);
}

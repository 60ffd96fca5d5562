import { Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";

import { checkClient } from "./authorizationRequest";
import { queryOf } from "./parameters";
import type { Provider } from "./provider";
import { Refusal } from "./refusal";
import { sessionCookie } from "./signIn";

/** Serves the logout endpoint, which takes Cognito's parameters instead of OIDC's. */
export function signOutRoutes({ pool, sessions }: Provider) {
    return new Hono().get("/logout", (c) => {
        const query = queryOf(c);
        checkClient(query, pool.client);
        const { logout_uri: logoutUri } = query;
        if (logoutUri === undefined || !pool.client.logoutUrls.includes(logoutUri)) {
            throw new Refusal(400, "The address in logout_uri is not registered for this client.");
        }
        sessions.take(getCookie(c, sessionCookie));
        deleteCookie(c, sessionCookie, { path: "/" });
        return c.redirect(logoutUri);
    });
}

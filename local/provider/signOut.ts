import { type Context, Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";

import { checkAddress, checkClient, readAuthorizationRequest } from "./authorizationRequest";
import { queryOf } from "./parameters";
import type { Provider } from "./provider";
import { Refusal } from "./refusedRequest";
import { sessionCookie } from "./callback";

/**
 * Serves the logout endpoint with Cognito's parameters instead of OIDC's: `logout_uri`, or those of an
 * authorization request, which then begins. Source: Cognito's developer guide.
 */
export function signOutRoutes({ pool, sessions }: Provider) {
    const endSession = (c: Context) => {
        sessions.delete(getCookie(c, sessionCookie) ?? "");
        deleteCookie(c, sessionCookie, { path: "/" });
    };
    return new Hono().get("/logout", (c) => {
        const query = queryOf(c);
        explainOidcParameters(query);
        checkClient(query, pool.client);
        if (query.logout_uri === undefined && query.redirect_uri !== undefined) {
            readAuthorizationRequest(query, pool.client);
            endSession(c);
            return c.redirect(`/login${new URL(c.req.url).search}`);
        }
        const logoutUri = checkAddress(query, "logout_uri", pool.client.logoutUrls);
        endSession(c);
        return c.redirect(logoutUri);
    });
}

/** Many relying parties send the parameters of OIDC's RP-Initiated Logout, section 2, which differ. */
function explainOidcParameters(query: ReturnType<typeof queryOf>): void {
    const missing = ["client_id", "logout_uri"].filter((name) => query[name] === undefined);
    if (query.post_logout_redirect_uri === undefined || missing.length === 0) return;
    throw new Refusal(
        400,
        `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing. Cognito accepts these, ` +
            "not OIDC's post_logout_redirect_uri: link to the address in the output signOutUrl.",
    );
}

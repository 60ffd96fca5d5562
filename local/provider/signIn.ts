import { randomUUID } from "node:crypto";

import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";

import { securityHeaders } from "../pages/page";
import { randomSecret, sameSecret } from "../secrets";
import { TriggerError } from "../trigger/trigger";
import { type AuthorizationRequest, readAuthorizationRequest } from "./authorizationRequest";
import { formOf, queryOf } from "./parameters";
import { userWith } from "./password";
import { type Provider, type Session, sessionLifetime } from "./provider";
import { CallbackRefusal, Refusal } from "./refusal";
import { signInPage } from "./signInPage";

/** Name of the cookie that carries the session, as at Cognito. */
export const sessionCookie = "cognito";
const csrfCookie = "XSRF-TOKEN";
const cookieOptions = { httpOnly: true, sameSite: "Lax", path: "/" } as const;

/** Serves the authorization endpoint and the sign-in page. */
export function signInRoutes(provider: Provider) {
    const { pool, users, sessions, refusedUsernames } = provider;
    const requestOf = (c: Context) => readAuthorizationRequest(queryOf(c), pool.client);
    const csrfOf = (c: Context) => getCookie(c, csrfCookie) ?? "";

    return new Hono()
        .get("/oauth2/authorize", async (c) => {
            const request = requestOf(c);
            const session = sessions.get(getCookie(c, sessionCookie) ?? "");
            if (session && request.page !== "always") {
                return c.redirect(await callback(provider, request, session));
            }
            if (request.page === "none") {
                throw new CallbackRefusal(request.redirectUri, request.state, "login_required");
            }
            return c.redirect(`/login${new URL(c.req.url).search}`);
        })
        .get("/login", (c) => {
            const { redirectUri, loginHint = "" } = requestOf(c);
            const known = csrfOf(c);
            const csrf = /^[\w-]{43}$/.test(known) ? known : randomSecret();
            setCookie(c, csrfCookie, csrf, cookieOptions);
            const headers = securityHeaders([new URL(redirectUri).origin]);
            for (const [name, value] of Object.entries(headers)) c.header(name, value);
            const refused = refusedUsernames.get(csrf);
            refusedUsernames.delete(csrf);
            return c.html(
                signInPage({
                    clientName: pool.client.name,
                    users,
                    csrf,
                    username: refused ?? loginHint,
                    refused: refused !== undefined,
                }),
            );
        })
        .post("/login", async (c) => {
            const request = requestOf(c);
            const { _csrf: csrf = "", username = "", password = "" } = await formOf(c);
            const expected = csrfOf(c);
            // Cookies ignore ports, so another page on this machine could have set this one.
            const foreign = (c.req.header("sec-fetch-site") ?? "same-origin") !== "same-origin";
            if (foreign || expected === "" || !sameSecret(csrf, expected)) {
                throw new Refusal(403, "This form has expired. Start the sign-in again.");
            }
            const user = userWith(username.trim(), password, provider);
            if (!user) {
                refusedUsernames.set(csrf, username);
                // A response to a form would make the browser ask before it goes back.
                return c.redirect(c.req.url, 303);
            }
            const session = { user, authTime: Math.floor(Date.now() / 1000) };
            const address = await callback(provider, request, session);
            sessions.delete(getCookie(c, sessionCookie) ?? "");
            const id = randomSecret();
            sessions.set(id, session);
            setCookie(c, sessionCookie, id, { ...cookieOptions, maxAge: sessionLifetime });
            return c.redirect(address);
        });
}

/** Makes a code and the address that carries it to the client. */
async function callback(
    { tokens, codes }: Provider,
    request: AuthorizationRequest,
    { user, authTime }: Session,
): Promise<string> {
    const { redirectUri, state, scopes } = request;
    const grant = { user, scopes, authTime, originJti: randomUUID() };
    try {
        const customization = await tokens.customization(grant, "TokenGeneration_HostedAuth");
        const code = randomUUID();
        codes.set(code, { request, grant, customization });
        const address = new URL(redirectUri);
        address.searchParams.set("code", code);
        if (state !== undefined) address.searchParams.set("state", state);
        return address.href;
    } catch (error) {
        if (!(error instanceof TriggerError)) throw error;
        throw new CallbackRefusal(redirectUri, state, "invalid_request", error.message);
    }
}

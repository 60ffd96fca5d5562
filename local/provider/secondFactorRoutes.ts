import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

import type { TryOutUser } from "../tryOutUsers";
import { readAuthorizationRequest } from "./authorizationRequest";
import { finishSignIn } from "./callback";
import { checkFormToken, cookieOptions, prepareForm } from "./formToken";
import { formOf, queryOf } from "./parameters";
import type { Provider } from "./provider";
import { pendingLifetime } from "./secondFactor";
import { secondFactorPage } from "./secondFactorPage";

/** Name of the cookie of a sign-in that still needs a code. */
const pendingCookie = "second-factor";

/** Sends a user whose password was right on to the page that asks for a code. */
export function askForCode(c: Context, { secondFactor }: Provider, user: TryOutUser): Response {
    const id = secondFactor.begin(user);
    setCookie(c, pendingCookie, id, { ...cookieOptions, maxAge: pendingLifetime });
    return c.redirect(`/mfa${searchOf(c)}`, 303);
}

/** Serves the page that asks for the code of an authenticator app. */
export function secondFactorRoutes(provider: Provider) {
    const { pool, secondFactor } = provider;
    const idOf = (c: Context) => getCookie(c, pendingCookie) ?? "";

    return new Hono()
        .get("/mfa", (c) => {
            const { redirectUri } = readAuthorizationRequest(queryOf(c), pool.client);
            const pending = secondFactor.pending(idOf(c));
            if (!pending) return c.redirect(`/login${searchOf(c)}`);
            const csrf = prepareForm(c, redirectUri, pool.look);
            const page = secondFactorPage(pending, csrf, pool.look);
            pending.refusal = undefined;
            return c.html(page);
        })
        .post("/mfa", async (c) => {
            const request = readAuthorizationRequest(queryOf(c), pool.client);
            const form = await formOf(c);
            checkFormToken(c, form);
            const pending = secondFactor.pending(idOf(c));
            // The apps show a code as two groups of three.
            const code = (form.code ?? "").replaceAll(/\s/g, "");
            if (!pending || !secondFactor.accepts(idOf(c), code)) {
                return c.redirect(c.req.url, 303);
            }
            deleteCookie(c, pendingCookie, cookieOptions);
            return c.redirect(await finishSignIn(c, provider, request, pending.user));
        });
}

function searchOf(c: Context): string {
    return new URL(c.req.url).search;
}

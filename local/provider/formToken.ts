import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

import { securityHeaders } from "../pages/htmlPage";
import type { Look } from "../program/registeredLook";
import { randomSecret, sameSecret } from "../secrets";
import type { Parameters } from "./parameters";
import { Refusal } from "./refusedRequest";

const csrfCookie = "XSRF-TOKEN";

/** Options of every cookie of the provider. */
export const cookieOptions = { httpOnly: true, sameSite: "Lax", path: "/" } as const;

/** Sets the headers of a page with a form that leads to the client, and returns the form's token. */
export function prepareForm(c: Context, redirectUri: string, look: Look | undefined): string {
    const known = csrfOf(c);
    const csrf = /^[\w-]{43}$/.test(known) ? known : randomSecret();
    setCookie(c, csrfCookie, csrf, cookieOptions);
    const headers = securityHeaders([new URL(redirectUri).origin], look);
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return csrf;
}

/**
 * Checks that a form is one of this provider's, and returns its token.
 *
 * @throws {Refusal} When it is not
 */
export function checkFormToken(c: Context, { _csrf: csrf = "" }: Parameters): string {
    const expected = csrfOf(c);
    // Cookies ignore ports, so another page on this machine could have set this one.
    const foreign = (c.req.header("sec-fetch-site") ?? "same-origin") !== "same-origin";
    if (foreign || expected === "" || !sameSecret(csrf, expected)) {
        throw new Refusal(403, "This form has expired. Start the sign-in again.");
    }
    return csrf;
}

function csrfOf(c: Context): string {
    return getCookie(c, csrfCookie) ?? "";
}

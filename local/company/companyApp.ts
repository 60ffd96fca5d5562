import { randomUUID } from "node:crypto";

import { TTLCache } from "@isaacs/ttlcache";
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";

import { securityHeaders } from "../pages/htmlPage";
import { faultResponse, notFoundPage, refusalPage } from "../pages/refusalPage";
import type { RegisteredCompany } from "../program/registeredCompany";
import { cookieOptions } from "../provider/formToken";
import { formOf, limitBody, queryOf } from "../provider/parameters";
import { Refusal } from "../provider/refusedRequest";
import type { SigningKey } from "../provider/signingKeys";
import { randomSecret, sameSecret } from "../secrets";
import { claimsOf, type Colleague } from "./colleagues";
import { colleaguesPage } from "./colleaguesPage";

/** What the company's provider is made from. */
export interface CompanyOptions {
    /** Its name, its one client, and the claims that are expected of it. */
    readonly company: RegisteredCompany;
    readonly colleagues: readonly Colleague[];
    readonly issuer: string;
    /** The one address that is registered for the client. */
    readonly redirectUri: string;
    /** Origins to which a sign-in may lead from there. */
    readonly origins: readonly string[];
    readonly key: SigningKey;
    /** Address of the start page. */
    readonly home: string;
    /** Address that begins a sign-in at the company. */
    readonly signInAddress: string;
}

const sessionCookie = "company-session";

/** Makes an OpenID Provider in the place of the company's, as small as Cognito lets it be. */
export function companyApp(options: CompanyOptions): Hono {
    const { company, colleagues, issuer, redirectUri, origins, key, home, signInAddress } = options;
    const codes = new TTLCache<string, { colleague: Colleague; nonce: string | undefined }>({
        ttl: 60_000,
        max: 10_000,
        checkAgeOnGet: true,
    });
    const colleagueOf = (sub: string | undefined) => colleagues.find((one) => one.sub === sub);
    const signedIn = (c: Context) => colleagueOf(getCookie(c, sessionCookie));
    const page = (c: Context, signsIn: boolean) =>
        c.html(
            colleaguesPage({ ...options, company: company.name, signsIn, signedIn: signedIn(c) }),
        );
    const callback = (c: Context, colleague: Colleague) => {
        const { nonce, state } = requestOf(c);
        const code = randomSecret();
        codes.set(code, { colleague, nonce });
        const query = new URLSearchParams({ code, ...(state !== undefined && { state }) });
        return c.redirect(`${redirectUri}?${query.toString()}`);
    };
    const requestOf = (c: Context) => {
        const query = queryOf(c);
        if (query.client_id !== company.clientId || query.redirect_uri !== redirectUri) {
            throw new Refusal(400, `The client or its redirect URI is not registered.`);
        }
        if (query.response_type !== "code") throw new Refusal(400, "Only codes are issued.");
        return query;
    };

    const app = new Hono();
    app.use(async (c, next) => {
        await next();
        const headers = securityHeaders([new URL(redirectUri).origin, ...origins]);
        for (const [name, value] of Object.entries(headers)) c.header(name, value);
    });
    app.post("*", limitBody());
    app.get("/.well-known/openid-configuration", (c) =>
        c.json({
            issuer,
            authorization_endpoint: `${issuer}/authorize`,
            token_endpoint: `${issuer}/token`,
            jwks_uri: `${issuer}/jwks`,
            response_types_supported: ["code"],
            subject_types_supported: ["public"],
            id_token_signing_alg_values_supported: ["RS256"],
            token_endpoint_auth_methods_supported: ["client_secret_post"],
        }),
    );
    app.get("/jwks", async (c) => c.json({ keys: [await key.publicJwk()] }));
    app.get("/", (c) => page(c, false));
    app.post("/groups", csrf(), async (c) => {
        const colleague = colleagueOf((await formOf(c)).colleague);
        if (colleague) colleague.isTakenOut = !colleague.isTakenOut;
        return c.redirect("/", 303);
    });
    app.post("/people", csrf(), async (c) => {
        const colleague = colleagueOf((await formOf(c)).colleague);
        if (!colleague) return c.redirect("/", 303);
        setCookie(c, sessionCookie, colleague.sub, cookieOptions);
        return c.redirect(signInAddress, 303);
    });
    app.post("/sign-out", csrf(), (c) => {
        setCookie(c, sessionCookie, "", { ...cookieOptions, maxAge: 0 });
        return c.redirect("/", 303);
    });
    app.get("/authorize", (c) => {
        requestOf(c);
        const colleague = signedIn(c);
        return colleague ? callback(c, colleague) : page(c, true);
    });
    app.post("/authorize", csrf(), async (c) => {
        requestOf(c);
        const colleague = colleagueOf((await formOf(c)).colleague);
        if (!colleague) return c.redirect(c.req.url, 303);
        setCookie(c, sessionCookie, colleague.sub, cookieOptions);
        return callback(c, colleague);
    });
    app.post("/token", async (c) => {
        const form = await formOf(c);
        const code = codes.get(form.code ?? "");
        codes.delete(form.code ?? "");
        const isClient =
            form.client_id === company.clientId &&
            sameSecret(form.client_secret ?? "", company.clientSecret);
        if (!isClient) return c.json({ error: "invalid_client" }, 401);
        if (!code || form.redirect_uri !== redirectUri) {
            return c.json({ error: "invalid_grant" }, 400);
        }
        const now = Math.floor(Date.now() / 1000);
        const idToken = await key.sign({
            ...claimsOf(code.colleague, company),
            iss: issuer,
            aud: company.clientId,
            iat: now,
            exp: now + 300,
            ...(code.nonce !== undefined && { nonce: code.nonce }),
        });
        return c.json({ id_token: idToken, access_token: randomUUID(), token_type: "Bearer" });
    });
    app.notFound((c) => c.html(notFoundPage(home), 404));
    app.onError((error, c) => {
        if (error instanceof Refusal) return c.html(refusalPage(error.message, home), error.status);
        if ("getResponse" in error) return error.getResponse();
        return faultResponse(error, c);
    });
    return app;
}

import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";

import { identityProviderParameter } from "../../components/signInLanguage";
import { type AuthorizationRequest, readAuthorizationRequest } from "./authorizationRequest";
import { callback, finishSignIn, sessionCookie } from "./callback";
import { checkFormToken, prepareForm } from "./formToken";
import { formOf, queryOf } from "./parameters";
import type { Provider } from "./provider";
import { CallbackRefusal } from "./refusedRequest";
import { askForCode } from "./secondFactorRoutes";
import { signInPage } from "./signInPage";

/** Serves the authorization endpoint and the sign-in page. */
export function signInRoutes(provider: Provider) {
    const { pool, users, company, sessions, passwords, refusals } = provider;
    const byPassword = pool.client.identityProviders.includes("COGNITO");
    const requestOf = (c: Context): AuthorizationRequest =>
        readAuthorizationRequest(queryOf(c), pool.client);

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
            if (company && (!byPassword || request.identityProvider === company.name)) {
                return company.begin(c, request);
            }
            return c.redirect(`/login${new URL(c.req.url).search}`);
        })
        .get("/login", (c) => {
            const request = requestOf(c);
            if (company && !byPassword) return company.begin(c, request);
            const { redirectUri, loginHint = "", language } = request;
            const csrf = prepareForm(c, redirectUri, pool.look);
            const refused = refusals.get(csrf);
            refusals.delete(csrf);
            return c.html(
                signInPage({
                    clientName: pool.client.name,
                    stack: provider.stack,
                    users,
                    csrf,
                    username: loginHint,
                    ...refused,
                    language,
                    look: pool.look,
                    company: company && { name: company.name, address: addressAt(company.name, c) },
                }),
            );
        })
        .post("/login", async (c) => {
            const request = requestOf(c);
            const form = await formOf(c);
            const csrf = checkFormToken(c, form);
            const { username = "", password = "" } = form;
            const result = passwords.check(username.trim(), password);
            if ("refusal" in result) {
                refusals.set(csrf, { username, ...result });
                // A response to a form would make the browser ask before it goes back.
                return c.redirect(c.req.url, 303);
            }
            const { user } = result;
            if (pool.requiresMfa) return askForCode(c, provider, user);
            return c.redirect(await finishSignIn(c, provider, request, user));
        });
}

/** The address that asks for the same sign-in at a provider. */
function addressAt(identityProvider: string, c: Context): string {
    const { searchParams } = new URL(c.req.url);
    searchParams.set(identityProviderParameter, identityProvider);
    return `/oauth2/authorize?${searchParams.toString()}`;
}

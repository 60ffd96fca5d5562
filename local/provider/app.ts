import { Hono } from "hono";

import { securityHeaders } from "../pages/htmlPage";
import { faultResponse, notFoundPage, refusalPage } from "../pages/refusalPage";
import { metadataRoutes } from "./metadata";
import { limitBody } from "./parameters";
import { Provider, type ProviderOptions } from "./provider";
import { CallbackRefusal, Refusal } from "./refusedRequest";
import { secondFactorRoutes } from "./secondFactorRoutes";
import { signInRoutes } from "./signIn";
import { signOutRoutes } from "./signOut";
import { tokenRoutes } from "./tokenEndpoint";
import { userInfoRoutes } from "./userInfo";

/** Makes the web application of a provider, which serves requests to its own origin only. */
export function providerApp(options: ProviderOptions): Hono {
    const provider = new Provider(options);
    const { port } = new URL(provider.origin);
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const headers = Object.entries(securityHeaders());
    const app = new Hono();
    app.use(async (c, next) => {
        for (const [name, value] of headers) c.header(name, value);
        // Otherwise a foreign page could reach this server through a host name of its own.
        if (!hosts.includes(c.req.header("host") ?? "")) {
            throw new Refusal(421, "This server does not serve that host name.");
        }
        await next();
    });
    app.post("*", limitBody());
    app.route("/", metadataRoutes(provider));
    app.route("/", signInRoutes(provider));
    app.route("/", secondFactorRoutes(provider));
    if (provider.company) app.route("/", provider.company.routes(provider));
    app.route("/", signOutRoutes(provider));
    app.route("/", tokenRoutes(provider));
    app.route("/", userInfoRoutes(provider));
    app.notFound((c) => c.html(notFoundPage(provider.home), 404));
    app.onError((error, c) => {
        if (error instanceof CallbackRefusal) return c.redirect(callbackOf(error));
        // The client hung up, so nobody reads the response.
        if ((error as NodeJS.ErrnoException).code === "ECONNRESET") return c.body(null, 400);
        if (!(error instanceof Refusal)) return faultResponse(error, c);
        const forClients = /^\/oauth2\/(token|revoke|userInfo)$/.test(c.req.path);
        if (forClients) return c.json({ error: error.code }, error.status);
        return c.html(refusalPage(error.message, provider.home), error.status);
    });
    return app;
}

function callbackOf({ redirectUri, state, code, description }: CallbackRefusal): string {
    const address = new URL(redirectUri);
    if (description !== undefined) address.searchParams.set("error_description", description);
    if (state !== undefined) address.searchParams.set("state", state);
    address.searchParams.set("error", code);
    return address.href;
}

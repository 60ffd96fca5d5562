import { type Context, Hono } from "hono";
import { html } from "hono/html";

import { htmlPage, securityHeaders } from "../pages/page";
import { metadataRoutes } from "./metadata";
import { bodyBound } from "./parameters";
import { Provider, type ProviderOptions } from "./provider";
import { CallbackRefusal, Refusal } from "./refusal";
import { signInRoutes } from "./signIn";
import { signOutRoutes } from "./signOut";
import { tokenRoutes } from "./tokenEndpoint";
import { userInfoRoutes } from "./userInfo";

/** Makes the web application of a provider, which answers requests to its own origin only. */
export function providerApp(options: ProviderOptions): Hono {
    const provider = new Provider(options);
    const { port } = new URL(provider.origin);
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
    const headers = Object.entries(securityHeaders());
    const app = new Hono();
    app.use(async (c, next) => {
        for (const [name, value] of headers) c.header(name, value);
        // Or a foreign page could reach loopback by a host name of its own.
        if (!hosts.includes(c.req.header("host") ?? "")) {
            throw new Refusal(421, "This is not the host that was asked for.");
        }
        await next();
    });
    app.post("*", bodyBound());
    app.route("/", metadataRoutes(provider));
    app.route("/", signInRoutes(provider));
    app.route("/", signOutRoutes(provider));
    app.route("/", tokenRoutes(provider));
    app.route("/", userInfoRoutes(provider));
    app.notFound((c) => refusalPage(c, new Refusal(404, "There is no such page.")));
    app.onError((error, c) => {
        if (error instanceof CallbackRefusal) return c.redirect(callbackOf(error));
        // The client hung up, and nobody reads the answer.
        if ((error as NodeJS.ErrnoException).code === "ECONNRESET") return c.body(null, 400);
        if (!(error instanceof Refusal)) {
            // The stack names no secret: it holds file names and what this program says itself.
            console.error(error.stack);
            return c.text("The try-out failed; its terminal tells more.", 500);
        }
        const forClients = /^\/oauth2\/(token|revoke|userInfo)$/.test(c.req.path);
        if (forClients) return c.json({ error: error.code }, error.status);
        return refusalPage(c, error);
    });
    return app;
}

function refusalPage(c: Context, { message, status }: Refusal) {
    const content = html`<h1>This does not work</h1>
        <p class="alert" role="alert">${message}</p>`;
    return c.html(htmlPage({ title: "This does not work", content, narrow: true }), status);
}

function callbackOf({ redirectUri, state, code, description }: CallbackRefusal): string {
    const address = new URL(redirectUri);
    if (description !== undefined) address.searchParams.set("error_description", description);
    if (state !== undefined) address.searchParams.set("state", state);
    address.searchParams.set("error", code);
    return address.href;
}

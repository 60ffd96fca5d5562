import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";

import { flexaiPaths, signInSeconds, tokenLifetimes } from "../../flexai/manual";
import type { TryOutUser } from "../tryOutUsers";
import { securityHeaders } from "../pages/page";
import { ExpiringStore } from "../expiringStore";
import { randomSecret } from "../secrets";
import type { Connection, PendingSignIn, Tokens } from "./connection";
import { failurePage, reasonOf } from "./failurePage";
import { signedInPage } from "./signedInPage";
import { signedOutPage } from "./signedOutPage";

/** What the page works with. */
export interface AppOptions {
    readonly origin: string;
    readonly connection: Connection;
    readonly rolesClaim: string;
    readonly signOutUrl: string;
    readonly users: readonly TryOutUser[];
}

interface SignedIn {
    tokens: Tokens;
    notice: string | undefined;
}

/** Seconds; as long as a refresh token of flexAI's client lives. */
const sessionLifetime = tokenLifetimes.refreshTokenHours * 3600;

/** The page in flexAI's place, which has Envoy's paths too. */
export function relyingPartyApp(options: AppOptions): Hono {
    const { origin, connection, rolesClaim, signOutUrl, users } = options;
    const sessions = new ExpiringStore<SignedIn>(sessionLifetime);
    const signIns = new ExpiringStore<PendingSignIn>(signInSeconds);
    const app = new Hono();

    app.use(async (c, next) => {
        await next();
        for (const [name, value] of Object.entries(securityHeaders())) c.header(name, value);
    });
    app.use(async (c, next) => {
        // Cookies belong to one host name, and the callback leads to this one.
        const { host, pathname, search } = new URL(c.req.url);
        if (host === new URL(origin).host) return next();
        // Joined as text: a path such as //host resolved against the origin would lead there.
        return c.redirect(origin + pathname + search);
    });
    app.use(csrf());

    app.get("/", (c) => {
        const session = sessions.get(getCookie(c, sessionCookie));
        if (!session) return c.html(signedOutPage(users));
        const { tokens, notice } = session;
        session.notice = undefined;
        return c.html(signedInPage({ tokens, rolesClaim, signOutUrl, notice }));
    });

    app.get("/sign-in", async (c) => {
        const { url, pending } = await connection.begin();
        signIns.set(pending.state, pending);
        remember(c, signInCookie(pending.state), "begun", signInSeconds);
        return c.redirect(url.href);
    });

    app.get(flexaiPaths.callback, async (c) => {
        const state = c.req.query("state") ?? "";
        const begunHere = getCookie(c, signInCookie(state)) !== undefined;
        const pending = begunHere ? signIns.take(state) : undefined;
        if (!pending) {
            const reason = "This sign-in was not begun here, took too long or has been used.";
            return c.html(failurePage("Sign-in failed", reason), 400);
        }
        deleteCookie(c, signInCookie(state));
        const tokens = await connection.finish(new URL(c.req.url).search, pending);
        sessions.take(getCookie(c, sessionCookie));
        const id = randomSecret();
        sessions.set(id, { tokens, notice: undefined });
        remember(c, sessionCookie, id, sessionLifetime);
        return c.redirect("/", 303);
    });

    app.post("/refresh", async (c) => {
        const session = sessions.get(getCookie(c, sessionCookie));
        if (session?.tokens.refreshToken === undefined) return c.redirect("/", 303);
        session.tokens = await connection.refresh(session.tokens.refreshToken);
        session.notice = "The tokens have been refreshed.";
        return c.redirect("/", 303);
    });

    app.get(flexaiPaths.signOut, (c) => {
        sessions.take(getCookie(c, sessionCookie));
        deleteCookie(c, sessionCookie);
        return c.html(signedOutPage(users, "You are signed out."));
    });

    app.notFound((c) => c.html(failurePage("Not found", "There is no such page."), 404));
    app.onError((error, c) => {
        if ("getResponse" in error) return error.getResponse();
        const title = c.req.path === "/refresh" ? "Refresh failed" : "Sign-in failed";
        return c.html(failurePage(title, reasonOf(error)), 400);
    });
    return app;
}

const sessionCookie = "flexai_page_session";
/** A cookie for each sign-in under way, since there may be one in each of several tabs. */
const signInCookie = (state: string) => `flexai_page_sign_in_${state}`;

function remember(c: Context, name: string, value: string, maxAge: number): void {
    setCookie(c, name, value, { httpOnly: true, sameSite: "Lax", path: "/", maxAge });
}

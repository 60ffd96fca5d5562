import { type Context, Hono } from "hono";
import { csrf } from "hono/csrf";

import { identityProviderParameter } from "../../components/signInLanguage";
import type { StackOutputs } from "../../components/stackOutputs";
import { originsOf } from "../../flexai/addresses";
import { flexaiPaths } from "../../flexai/manual";
import type { ReceivedGroups } from "../provider/companyProfiles";
import type { Handler } from "../loopback";
import { securityHeaders } from "../pages/htmlPage";
import { notFoundPage } from "../pages/refusalPage";
import type { Alarm } from "../trigger/alarm";
import { OidcClient } from "./oidcClient";
import { documentPage } from "./documentPage";
import { failurePage, reasonOf } from "./failurePage";
import { type Invitation, invitationsPage } from "./invitationEmails";
import { companySignInPath } from "./links";
import { PendingSignIns, Sessions } from "./sessions";
import { type SignedInPage, signedInPage } from "./signedInPage";
import { signedOutPage } from "./signedOutPage";

/** What the page needs. */
export interface AppOptions extends Omit<SignedInPage, "tokens" | "received" | "notice"> {
    readonly origin: string;
    readonly connection: OidcClient;
    /** Origins of a deployed flexAI that a sign-in may return to, besides this page. */
    readonly otherOrigins: readonly string[];
    /** Emails for a page of their own; without any there is no such page. */
    readonly invitations: readonly Invitation[];
    /** Returns what Cognito received from the company of a user of the pool, by `sub`. */
    readonly receivedGroups: (sub: string) => ReceivedGroups | undefined;
    /** The alarm on the errors of the provider's trigger. */
    readonly alarm: Pick<Alarm, "raised">;
}

/** Makes the page in flexAI's place, with the paths of its Envoy. */
export function relyingPartyApp(options: AppOptions): Hono {
    const { origin, connection, company, invitations, alarm } = options;
    const sessions = new Sessions();
    const signIns = new PendingSignIns();
    const start = (c: Context, notice?: string) => c.html(signedOutPage({ ...options, notice }));
    const fail = (c: Context, title: string, reason: string, alarmed?: readonly string[]) =>
        c.html(failurePage({ title, reason, company, alarmed }), 400);
    const app = new Hono();

    app.use(async (c, next) => {
        await next();
        for (const [name, value] of Object.entries(securityHeaders())) c.header(name, value);
    });
    app.use(async (c, next) => {
        // Cookies belong to one host name, and the callback leads to this one.
        const { host, pathname, search } = new URL(c.req.url);
        if (host === new URL(origin).host) return next();
        // Joined as strings, because resolving a path such as //host would lead to that host.
        return c.redirect(origin + pathname + search);
    });
    app.use(csrf());

    app.get("/", (c) => {
        const session = sessions.of(c);
        if (session) {
            const { tokens, notice } = session;
            session.notice = undefined;
            const received = options.receivedGroups(String(tokens.idToken.sub));
            return c.html(signedInPage({ ...options, tokens, notice, received }));
        }
        const ended = sessions.end(c) || c.req.query("ended") !== undefined;
        return start(c, ended ? "Your session has ended. Sign in again." : undefined);
    });

    if (invitations.length > 0)
        app.get("/invitations", (c) => c.html(invitationsPage(invitations)));
    app.get("/:path{.+\\.md}", async (c) => {
        const page = await documentPage(c.req.param("path"));
        return page === undefined ? c.notFound() : c.html(page);
    });

    app.on("GET", ["/sign-in", companySignInPath], async (c) => {
        const atCompany = company && c.req.path === companySignInPath;
        // As whoever is signed in there, in spite of a session at the provider.
        const { url, pending } = await connection.begin(
            atCompany ? { [identityProviderParameter]: company.name, prompt: "login" } : {},
        );
        signIns.add(c, pending);
        return c.redirect(url.href);
    });

    app.get(flexaiPaths.callback, async (c) => {
        const { pending, refusal } = signIns.take(c);
        if (!pending) {
            // A user who is signed in has reloaded the callback.
            if (sessions.of(c)) return c.redirect("/", 303);
            return fail(c, "Sign-in failed", refusal);
        }
        sessions.begin(c, await connection.finish(new URL(c.req.url).search, pending));
        return c.redirect("/", 303);
    });

    app.post("/refresh", async (c) => {
        const session = sessions.of(c);
        if (session?.tokens.refreshToken === undefined) return c.redirect("/?ended", 303);
        session.tokens = await connection.refresh(session.tokens.refreshToken);
        session.notice = "The tokens have been refreshed.";
        return c.redirect("/", 303);
    });

    app.get(flexaiPaths.signOut, (c) => {
        sessions.end(c);
        return start(c, "You are signed out.");
    });

    app.notFound((c) => c.html(notFoundPage("/"), 404));
    app.onError((error, c) => {
        if ("getResponse" in error) return error.getResponse();
        const what = c.req.path === "/refresh" ? "Refresh" : "Sign-in";
        return fail(c, `${what} failed`, reasonOf(error), alarm.raised());
    });
    return app;
}

/** What the page needs of the OpenID Provider. */
export interface RelyingPartyOptions extends Omit<
    AppOptions,
    "connection" | "rolesClaim" | "signOutUrl" | "otherOrigins"
> {
    /** The stack's outputs, with local hosts. */
    readonly outputs: StackOutputs;
}

/** Makes the page for a provider that already serves. */
export async function relyingPartyPage({
    origin,
    outputs,
    ...shown
}: RelyingPartyOptions): Promise<Handler> {
    const signOutUrl = new URL(outputs.signOutUrl);
    signOutUrl.searchParams.set("logout_uri", origin + flexaiPaths.signOut);
    return relyingPartyApp({
        origin,
        connection: await OidcClient.discover(outputs, origin + flexaiPaths.callback),
        rolesClaim: outputs.rolesClaim,
        signOutUrl: signOutUrl.href,
        otherOrigins: originsOf(outputs.redirectUris).filter((other) => other !== origin),
        ...shown,
    }).fetch;
}

import { at, type FaultCase, page, redirect, redirectUriOf } from "./faultCase";

const otherCallback = (path: string): FaultCase => ({
    title: `the callback ${path} is not registered`,
    fault: at("/oauth2/authorize", (url) =>
        new RegExp(`^http://localhost:\\d+${path}$`).test(redirectUriOf(url))
            ? redirect("/error?error=redirect_mismatch&client_id=client")
            : undefined,
    ),
    fails: [`the callback PAGE${path} is accepted`],
    seen: /^a redirect to http:\/\/127.0.0.1:\d+\/error error=redirect_mismatch$/,
    advice: /does not have this callback.*restore/,
});

/** Faults on the way to the sign-in page. */
export const authorizationFaults: readonly FaultCase[] = [
    otherCallback("/"),
    otherCallback("/oauth2/callback"),
    otherCallback("/oauth2/signout"),
    {
        title: "the sign-in page is on a foreign host",
        fault: at("/oauth2/authorize", (url) =>
            redirectUriOf(url).endsWith("/signout")
                ? redirect("https://foreign.invalid/login")
                : undefined,
        ),
        warns: ["the callback PAGE/oauth2/signout is accepted"],
        seen: /^a redirect to https:\/\/foreign.invalid\/login, not a response of Cognito$/,
        advice: /another network/,
    },
    ...[
        { title: "gets a sign-in page", location: "/login" },
        { title: "gets an error", location: "https://doctor.invalid/oauth2/callback?error=x" },
        { title: "gets a code", location: "https://doctor.invalid/oauth2/callback?code=x" },
    ].map(({ title, location }): FaultCase => ({
        title: `an unregistered callback ${title}`,
        fault: at("/oauth2/authorize", (url) =>
            redirectUriOf(url).includes("doctor.invalid") ? redirect(location) : undefined,
        ),
        fails: ["an unregistered callback is refused"],
        seen: /^a redirect to http/,
        advice: /Codes could be sent to anybody/,
    })),
    ...[
        { title: "fails", respond: () => page("", 500), seen: /^status 500, not a response/ },
        {
            title: "is forbidden",
            respond: () => page("", 403),
            seen: /^status 403, not a response/,
        },
        {
            title: "is throttled",
            respond: () => page("", 429),
            seen: /^status 429, not a response/,
        },
        {
            title: "has nothing new",
            respond: () => new Response(null, { status: 304, headers: { location: "/login" } }),
            seen: /^status 304, not/,
        },
        { title: "shows a page", respond: () => page("<h1>Hotel</h1>"), seen: /^status 200, not/ },
        {
            title: "leads to a foreign page",
            respond: () => redirect("https://foreign.invalid/error"),
            seen: /^a redirect to https:\/\/foreign.invalid\/error, not a response of Cognito$/,
        },
    ].map(({ title, respond, seen }): FaultCase => ({
        title: `the authorization endpoint ${title} for an unregistered callback`,
        fault: at("/oauth2/authorize", (url) =>
            redirectUriOf(url).includes("doctor.invalid") ? respond() : undefined,
        ),
        warns: ["an unregistered callback is refused"],
        seen,
        advice: /another network/,
    })),
    {
        title: "a scope is not allowed",
        fault: at("/oauth2/authorize", (url) =>
            (url.searchParams.get("scope") ?? "").includes("profile")
                ? redirect(
                      `${redirectUriOf(url)}?error_description=invalid_scope&error=invalid_request`,
                  )
                : undefined,
        ),
        fails: ["the scopes email openid profile are accepted"],
        seen: /\/ error=invalid_request error_description=invalid_scope$/,
        advice: /must allow each: restore/,
    },
    {
        title: "the sign-in page has no style",
        fault: at("/login", () =>
            page(
                "<p>Login pages unavailable. Please contact an administrator.</p><script></script>",
                403,
            ),
        ),
        fails: ["the sign-in page shows a form"],
        seen: /^Login pages unavailable$/,
        advice: /missing ManagedLoginBranding/,
    },
    {
        title: "the sign-in page has no style with status 200",
        fault: at("/login", () => page("<p>Login pages unavailable.</p><script></script>")),
        fails: ["the sign-in page shows a form"],
        seen: /^Login pages unavailable$/,
        advice: /missing ManagedLoginBranding/,
    },
    {
        title: "the sign-in page has no form",
        // A regular expression that backtracks would take hours.
        fault: at("/login", () => page("<input ".repeat(140_000))),
        fails: ["the sign-in page shows a form"],
        seen: /^status 200, no form$/,
        advice: /read what the sign-in page says/,
    },
    {
        title: "the sign-in page fails",
        fault: at("/login", () => page('<input name="username"><script></script>', 502)),
        warns: ["the sign-in page shows a form"],
        seen: /^status 502, not a response of Cognito$/,
        advice: /another network/,
    },
];

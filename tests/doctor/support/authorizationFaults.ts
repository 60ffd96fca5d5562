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
    advice: /lacks this callback.*pulumi up --refresh/,
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
        fails: ["the callback PAGE/oauth2/signout is accepted"],
        seen: /^a redirect to https:\/\/foreign.invalid\/login$/,
        advice: /lacks this callback/,
    },
    ...[
        { title: "gets a sign-in page", location: "/login" },
        { title: "gets an answer", location: "https://doctor.invalid/oauth2/callback?error=x" },
        { title: "gets a foreign error page", location: "https://foreign.invalid/error" },
    ].map(({ title, location }): FaultCase => ({
        title: `an unregistered callback ${title}`,
        fault: at("/oauth2/authorize", (url) =>
            redirectUriOf(url).includes("doctor.invalid") ? redirect(location) : undefined,
        ),
        fails: ["an unregistered callback is refused"],
        seen: /^a redirect to http/,
        advice: /Codes could be sent to anybody/,
    })),
    {
        title: "the authorization endpoint fails for an unregistered callback",
        fault: at("/oauth2/authorize", (url) =>
            redirectUriOf(url).includes("doctor.invalid") ? page("", 500) : undefined,
        ),
        fails: ["an unregistered callback is refused"],
        seen: /^status 500$/,
        advice: /Codes could be sent to anybody/,
    },
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
        advice: /must allow each: run pulumi up --refresh/,
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
        title: "the sign-in page has no style and answers 200",
        fault: at("/login", () => page("<p>Login pages unavailable.</p><script></script>")),
        fails: ["the sign-in page shows a form"],
        seen: /^Login pages unavailable$/,
        advice: /missing ManagedLoginBranding/,
    },
    {
        title: "the sign-in page has no form",
        fault: at("/login", () => page("<h1>Nothing here yet</h1>")),
        fails: ["the sign-in page shows a form"],
        seen: /^status 200, no form$/,
        advice: /read what the sign-in page says/,
    },
    {
        title: "the sign-in page fails",
        fault: at("/login", () => page('<input name="username"><script></script>', 502)),
        fails: ["the sign-in page shows a form"],
        seen: /^status 502, no form$/,
        advice: /read what the sign-in page says/,
    },
];

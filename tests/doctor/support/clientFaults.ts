import { at, type FaultCase, page, redirect } from "./faultCase";

/** Faults of the client at the token endpoint and at the sign-out, and of the outputs about it. */
export const clientFaults: readonly FaultCase[] = [
    {
        title: "the outputs have an old secret",
        outputs: () => ({ clientSecret: "oldsecret0123456789" }),
        fails: ["the token endpoint accepts the client's id and secret"],
        seen: /^invalid_client$/,
        advice: /client id or secret is not the client's/,
    },
    {
        title: "the client may not use codes",
        fault: at("/oauth2/token", (_url, form) =>
            (form.get("client_secret") ?? "").length === 64
                ? undefined
                : Response.json({ error: "unauthorized_client" }, { status: 400 }),
        ),
        fails: ["the token endpoint accepts the client's id and secret"],
        seen: /^unauthorized_client$/,
        advice: /may not use the authorization code grant/,
    },
    {
        title: "something else responds in the token endpoint's place",
        fault: at("/oauth2/token", (_url, form) =>
            (form.get("client_secret") ?? "").length === 64 ? undefined : page("<h1>Hotel</h1>"),
        ),
        warns: ["the token endpoint accepts the client's id and secret"],
        seen: /^status 200, not a response of Cognito$/,
        advice: /another network/,
    },
    {
        title: "an error of the token endpoint has status 200",
        fault: at("/oauth2/token", (_url, form) =>
            form.get("client_secret")?.length === 64
                ? undefined
                : Response.json({ error: "invalid_grant" }),
        ),
        warns: ["the token endpoint accepts the client's id and secret"],
        seen: /^status 200, not a response of Cognito$/,
        advice: /another network/,
    },
    {
        title: "the token endpoint ignores the secret",
        fault: at("/oauth2/token", () =>
            Response.json({ error: "invalid_grant" }, { status: 400 }),
        ),
        fails: ["the token endpoint refuses a wrong secret"],
        seen: /^invalid_grant$/,
        advice: /could pass for flexAI/,
    },
    {
        title: "the token endpoint returns tokens for any secret and code",
        fault: at("/oauth2/token", () => Response.json({ access_token: "token" })),
        fails: [
            "the token endpoint accepts the client's id and secret",
            "the token endpoint refuses a wrong secret",
        ],
        seen: /^tokens$/,
        advice: /Cognito does not respond like this/,
    },
    ...[
        { title: "is blocked", respond: () => page("Forbidden", 403), seen: /^status 403, not/ },
        {
            title: "is blocked in JSON",
            respond: () => Response.json({ error: "forbidden" }, { status: 400 }),
            seen: /^status 400, not/,
        },
        {
            title: "is throttled in JSON",
            respond: () => Response.json({ error: "invalid_grant" }, { status: 429 }),
            seen: /^status 429, not/,
        },
        { title: "fails", respond: () => page("", 503), seen: /^status 503, not/ },
        { title: "redirects", respond: () => redirect("/login"), seen: /\/login, not a response/ },
        {
            title: "objects to something else",
            respond: () => Response.json({ error: "invalid_request" }, { status: 400 }),
            seen: /^invalid_request$/,
            advice: /does not show whether the secret matters/,
        },
    ].map(({ title, respond, seen, advice = /another network/ }): FaultCase => ({
        title: `the token endpoint ${title} for a wrong secret`,
        fault: at("/oauth2/token", (_url, form) =>
            form.get("client_secret")?.length === 64 ? respond() : undefined,
        ),
        warns: ["the token endpoint refuses a wrong secret"],
        seen,
        advice,
    })),
    {
        title: "Discovery names another token endpoint than the outputs, which gets no secret",
        outputs: ({ tokenEndpoint }) => ({ tokenEndpoint: `${tokenEndpoint}/elsewhere` }),
        fault: at("/elsewhere", () => {
            throw new Error("It was asked.");
        }),
        fails: ["Discovery's token_endpoint is the output tokenEndpoint"],
        seen: /\/oauth2\/token"$/,
        advice: /Read the outputs again/,
    },
    ...[
        { title: "leads to the sign-in page", respond: () => redirect("/login"), seen: /\/login$/ },
        { title: "leads nowhere", respond: () => page("", 400), seen: /^status 400, no redirect$/ },
    ].map(({ title, respond, seen }): FaultCase => ({
        title: `the sign-out URL ${title}`,
        fault: at("/logout", respond),
        fails: ["the sign-out URL leads to /oauth2/signout of flexAI"],
        seen,
        advice: /must have that address as its sign-out URL/,
    })),
    {
        title: "the sign-out URL leads to another host",
        fault: at("/logout", () => redirect("https://foreign.invalid/oauth2/signout")),
        warns: ["the sign-out URL leads to /oauth2/signout of flexAI"],
        seen: /^a redirect to https:\/\/foreign.invalid\/oauth2\/signout, not a response/,
        advice: /another network/,
    },
    {
        title: "the outputs have a sign-out URL that is not registered",
        outputs: ({ signOutUrl }) => ({ signOutUrl: signOutUrl.replace("signout", "bye") }),
        fails: ["the sign-out URL leads to /oauth2/signout of flexAI"],
        seen: /^status 400, no redirect$/,
        advice: /link to the output signOutUrl without changes/,
    },
    {
        title: "the client is gone",
        outputs: ({ signOutUrl, clientId }) => ({
            clientId: "gone",
            signOutUrl: signOutUrl.replace(clientId, "gone"),
        }),
        fails: [
            "the callback PAGE/ is accepted",
            "the callback PAGE/oauth2/callback is accepted",
            "the callback PAGE/oauth2/signout is accepted",
            "the token endpoint accepts the client's id and secret",
            "the sign-out URL leads to /oauth2/signout of flexAI",
        ],
        seen: /^status 400$/,
        advice: /does not have this callback, or is another/,
    },
];

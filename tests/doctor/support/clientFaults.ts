import { at, type FaultCase, page, redirect } from "./faultCase";

/** Faults of the client at the token endpoint and at the sign-out, and of the outputs about it. */
export const clientFaults: readonly FaultCase[] = [
    {
        title: "the outputs have an old secret",
        outputs: () => ({ clientSecret: "oldsecret0123456789" }),
        fails: ["the token endpoint takes the client's id and secret"],
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
        fails: ["the token endpoint takes the client's id and secret"],
        seen: /^unauthorized_client$/,
        advice: /may not use the authorization code grant/,
    },
    {
        title: "something else answers in the place of the token endpoint",
        fault: at("/oauth2/token", (_url, form) =>
            (form.get("client_secret") ?? "").length === 64 ? undefined : page("<h1>Hotel</h1>"),
        ),
        fails: ["the token endpoint takes the client's id and secret"],
        seen: /^status 200, no error code$/,
        advice: /Cognito does not answer so/,
    },
    {
        title: "an error of the token endpoint is none to flexAI",
        fault: at("/oauth2/token", (_url, form) =>
            form.get("client_secret")?.length === 64
                ? undefined
                : Response.json({ error: "invalid_grant" }),
        ),
        fails: ["the token endpoint takes the client's id and secret"],
        seen: /^status 200, no error code$/,
        advice: /Cognito does not answer so/,
    },
    {
        title: "the token endpoint minds no secret",
        fault: at("/oauth2/token", () =>
            Response.json({ error: "invalid_grant" }, { status: 400 }),
        ),
        fails: ["the token endpoint refuses a wrong secret"],
        seen: /^invalid_grant$/,
        advice: /could pass for flexAI/,
    },
    ...[
        { title: "leads to the sign-in page", answer: () => redirect("/login"), seen: /\/login$/ },
        { title: "leads nowhere", answer: () => page("", 400), seen: /^status 400, no redirect$/ },
        {
            title: "leads to another host",
            answer: () => redirect("https://foreign.invalid/oauth2/signout"),
            seen: /^a redirect to https:\/\/foreign.invalid\/oauth2\/signout$/,
        },
    ].map(({ title, answer, seen }): FaultCase => ({
        title: `the sign-out URL ${title}`,
        fault: at("/logout", answer),
        fails: ["the sign-out URL leads to /oauth2/signout of flexAI"],
        seen,
        advice: /must have that address as its sign-out URL/,
    })),
    {
        title: "the outputs have a sign-out URL that is not registered",
        outputs: ({ signOutUrl }) => ({ signOutUrl: signOutUrl.replace("signout", "bye") }),
        fails: ["the sign-out URL leads to /oauth2/signout of flexAI"],
        seen: /^status 400, no redirect$/,
        advice: /link to the output signOutUrl as it stands/,
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
            "the token endpoint takes the client's id and secret",
            "the sign-out URL leads to /oauth2/signout of flexAI",
        ],
        seen: /^status 400$/,
        advice: /lacks this callback, or is another/,
    },
];

import type { Outputs } from "../../../doctor/outputs";
import type { Fault } from "./proxy";

/** Something wrong with a deployment, and what doctor says of it. */
export interface FaultCase {
    readonly title: string;
    /** What is wrong with the answers. */
    readonly fault?: Fault;
    /** What is wrong with the outputs. */
    readonly outputs?: (outputs: Outputs) => Partial<Outputs>;
    /** Names of the checks that fail, and of no other. */
    readonly fails: readonly string[];
    /** What the first of them says. */
    readonly seen: RegExp;
    readonly advice: RegExp;
}

const json = (value: unknown, status = 200) => Response.json(value, { status });
const page = (text: string, status = 200) =>
    new Response(text, { status, headers: { "content-type": "text/html" } });
const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
const at =
    (path: string, answer: (url: URL, form: URLSearchParams) => Response | undefined): Fault =>
    (url, form) =>
        url.pathname.endsWith(path) ? answer(url, form) : undefined;
const redirectUri = (url: URL) => url.searchParams.get("redirect_uri") ?? "";
const scope = (url: URL) => url.searchParams.get("scope") ?? "";

const discovery = "/.well-known/openid-configuration";
const jwks = "/.well-known/jwks.json";
const takeAnew = /Take the outputs anew: pulumi up --refresh/;

const otherField = (field: string, output: keyof Outputs): FaultCase => ({
    title: `Discovery names another ${field}`,
    fault: async (url, _form, ask) => {
        const answer = await ask();
        if (!url.pathname.endsWith(discovery)) return answer;
        const metadata = (await answer.json()) as Record<string, unknown>;
        // One byte more: a slash at the end is not the same issuer.
        return json({ ...metadata, [field]: `${String(metadata[field])}/` });
    },
    fails: [`Discovery's ${field} is the output ${output}`],
    seen: /\/"$/,
    advice: takeAnew,
});

const otherCallback = (path: string): FaultCase => ({
    title: `the callback ${path} is not registered`,
    fault: at("/oauth2/authorize", (url) =>
        new RegExp(`^http://localhost:\\d+${path}$`).test(redirectUri(url))
            ? redirect("/error?error=redirect_mismatch&client_id=client")
            : undefined,
    ),
    fails: [`the callback PAGE${path} is accepted`],
    seen: /^a redirect to http:\/\/127.0.0.1:\d+\/error error=redirect_mismatch$/,
    advice: /lacks this callback.*pulumi up --refresh/,
});

/** Faults in the answers of the provider and in the outputs. */
export const faultCases: readonly FaultCase[] = [
    {
        title: "the user pool is gone",
        fault: at(discovery, () => json({ message: "User pool does not exist." }, 404)),
        fails: ["OIDC Discovery answers"],
        seen: /^status 404, no metadata$/,
        advice: /user pool is not there/,
    },
    {
        title: "something else answers in the place of Discovery",
        fault: at(discovery, () => page("<h1>Welcome to the hotel's network</h1>")),
        fails: ["OIDC Discovery answers"],
        seen: /^status 200, no metadata$/,
        advice: /user pool is not there/,
    },
    otherField("issuer", "issuer"),
    otherField("authorization_endpoint", "authorizationEndpoint"),
    otherField("token_endpoint", "tokenEndpoint"),
    otherField("userinfo_endpoint", "userinfoEndpoint"),
    otherField("end_session_endpoint", "endSessionEndpoint"),
    otherField("jwks_uri", "jwksUri"),
    {
        title: "Discovery lacks the end of the session",
        fault: async (url, _form, ask) => {
            const answer = await ask();
            if (!url.pathname.endsWith(discovery)) return answer;
            const metadata = (await answer.json()) as Record<string, unknown>;
            return json({ ...metadata, end_session_endpoint: undefined });
        },
        fails: ["Discovery's end_session_endpoint is the output endSessionEndpoint"],
        seen: /^nothing$/,
        advice: takeAnew,
    },
    ...[
        { title: "the JWKS is empty", value: { keys: [] } },
        { title: "the JWKS is no JWKS", value: ["RS256"] },
        {
            title: "the JWKS has keys of another algorithm",
            value: { keys: [{ kty: "EC", alg: "ES256", kid: "one", crv: "P-256", x: "", y: "" }] },
        },
        {
            title: "the JWKS has a key without an id",
            value: { keys: [{ kty: "RSA", alg: "RS256" }] },
        },
    ].map(({ title, value }): FaultCase => ({
        title,
        fault: at(jwks, () => json(value)),
        fails: ["the JWKS has RS256 keys"],
        seen: /^none$/,
        advice: /flexAI could verify no token/,
    })),
    otherCallback("/"),
    otherCallback("/oauth2/callback"),
    otherCallback("/oauth2/signout"),
    {
        title: "the sign-in page is on a foreign host",
        fault: at("/oauth2/authorize", (url) =>
            redirectUri(url).endsWith("/signout")
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
            redirectUri(url).includes("doctor.invalid") ? redirect(location) : undefined,
        ),
        fails: ["an unregistered callback is refused"],
        seen: /^a redirect to http/,
        advice: /Codes could be sent to anybody/,
    })),
    {
        title: "the authorization endpoint fails for an unregistered callback",
        fault: at("/oauth2/authorize", (url) =>
            redirectUri(url).includes("doctor.invalid") ? page("", 500) : undefined,
        ),
        fails: ["an unregistered callback is refused"],
        seen: /^status 500$/,
        advice: /Codes could be sent to anybody/,
    },
    {
        title: "a scope is not allowed",
        fault: at("/oauth2/authorize", (url) =>
            scope(url).includes("profile")
                ? redirect(
                      `${redirectUri(url)}?error_description=invalid_scope&error=invalid_request`,
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
                : json({ error: "unauthorized_client" }, 400),
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
        title: "the token endpoint minds no secret",
        fault: at("/oauth2/token", () => json({ error: "invalid_grant" }, 400)),
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

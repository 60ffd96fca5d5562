import { type FaultCase, page, redirect } from "./faultCase";
import type { Fault } from "./proxy";

const check = "Contoso accepts flexAI's client and the address to come back to";

/** Responds in the place of the company's authorization endpoint. */
const shows = (respond: (url: URL) => Response | Promise<Response>): Fault => {
    return (url) => (url.pathname === "/authorize" ? respond(url) : undefined);
};

const address = {
    fails: [check],
    advice: /address is not registered.*docs\/company-login\.md#invalid-parameter-redirect_uri-or-aadsts50011/,
};
const client = { fails: [check], advice: /does not know flexAI's client, or has disabled it/ };
const other = { fails: [check], advice: /sign in there, and send what the page says/ };
const unclear = { warns: [check], advice: /does not show what Contoso accepts/ };

const backWith = (parameters: Readonly<Record<string, string>>): Fault =>
    shows(({ searchParams }) => {
        const back = new URL(searchParams.get("redirect_uri") ?? "");
        for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value);
        return redirect(back.href);
    });

/** What providers respond when they refuse Cognito's request. */
export const companyPageFaults: readonly FaultCase[] = [
    {
        title: "Keycloak does not know the address",
        fault: shows(() => page("<p>Invalid parameter: redirect_uri</p>", 400)),
        ...address,
        seen: /^status 400: redirect_uri$/,
    },
    {
        title: "Keycloak does not know the client",
        fault: shows(() => page("<p>Client not found.</p><a href='?redirect_uri=x'>de</a>", 400)),
        ...client,
        seen: /^status 400: Client not found$/,
    },
    {
        title: "Okta does not know the address",
        fault: shows(() => page("The &#39;redirect_uri&#39; parameter must be a Login", 400)),
        ...address,
        seen: /^status 400: redirect_uri$/,
    },
    {
        title: "Okta does not know the client",
        fault: shows(() => page("Invalid value for &#39;client_id&#39; parameter.", 400)),
        ...client,
        seen: /^status 400: client_id&#39; parameter$/,
    },
    {
        title: "Entra ID does not know the address, on a page with status 200",
        fault: shows(() => page("AADSTS50011: The redirect URI specified<form method=post>")),
        ...address,
        seen: /^status 200: AADSTS50011$/,
    },
    {
        title: "Entra ID does not know the client",
        fault: shows(() => page("AADSTS700016: Application with identifier 'x' was not found")),
        ...client,
        seen: /^status 200: AADSTS700016$/,
    },
    {
        title: "AD FS does not know the address",
        fault: shows(() => page("MSIS9224: the 'redirect_uri' parameter is not valid")),
        ...address,
        seen: /^status 200: MSIS9224$/,
    },
    {
        title: "the try-out's company does not know the address",
        fault: shows(() => page("The client or its redirect URI is not registered.", 400)),
        ...address,
        seen: /^status 400: redirect URI$/,
    },
    {
        title: "the company sends people back because the client may not do this",
        fault: backWith({ error: "unauthorized_client", error_description: "No." }),
        ...client,
        seen: /error=unauthorized_client error_description=No\.: unauthorized_client$/,
    },
    {
        title: "the company sends people back because of something else",
        fault: backWith({ error: "invalid_scope" }),
        ...other,
        seen: /^a redirect to \S+\/oauth2\/idpresponse error=invalid_scope$/,
    },
    {
        title: "the company leads to a page for errors",
        fault: ({ pathname, origin }) => {
            if (pathname === "/authorize") return redirect(`${origin}/signin/error?id=1`);
            return pathname === "/signin/error" ? page("<form method=post>") : undefined;
        },
        ...other,
        seen: /^status 200$/,
    },
    {
        title: "the company refuses without a reason",
        fault: shows(() => page("", 400)),
        ...other,
        seen: /^status 400$/,
    },
    {
        title: "the company is down",
        fault: shows(() => page("", 503)),
        ...unclear,
        seen: /^status 503$/,
    },
    {
        title: "a later page of the company misses cookies",
        fault: ({ pathname, origin }) => {
            if (pathname === "/authorize") return redirect(`${origin}/interaction`);
            return pathname === "/interaction" ? page("no session", 400) : undefined;
        },
        ...unclear,
        seen: /^status 400$/,
    },
    {
        title: "the company's page does not respond",
        fault: shows(() => new Promise(() => undefined)),
        warns: [check],
        seen: /^no response within 5 s/,
        advice: /People's browsers must reach 127\.0\.0\.1:\d+, and this machine does not/,
    },
];

import { at, type FaultCase } from "./faultCase";
import type { Fault } from "./proxy";

const sent = (change: (location: URL) => void): Fault => {
    return async (url, _form, ask) => {
        const response = await ask();
        if (!isOfTheCompany(url)) return response;
        const location = new URL(response.headers.get("location") ?? "");
        change(location);
        return Response.redirect(location.href);
    };
};

const isOfTheCompany = ({ pathname, searchParams }: URL) =>
    pathname === "/oauth2/authorize" && searchParams.has("identity_provider");

const redirect = {
    fails: ["Cognito sends people to Contoso"],
    advice: /The provider Contoso in Cognito is missing.*restore what was changed by hand/,
};

/** Faults of Cognito's redirect to the company. */
export const companyRedirectFaults: readonly FaultCase[] = [
    {
        title: "Cognito does not know the company",
        fault: at("/oauth2/authorize", (url) =>
            isOfTheCompany(url)
                ? Response.redirect(`${url.origin}/error?error=unauthorized_client`)
                : undefined,
        ),
        ...redirect,
        seen: /^a redirect to \S+\/error error=unauthorized_client$/,
    },
    {
        title: "Cognito shows its own page instead of the company's",
        fault: at("/oauth2/authorize", (url) =>
            isOfTheCompany(url) ? Response.redirect(`${url.origin}/login`) : undefined,
        ),
        ...redirect,
        seen: /^a redirect to \S+\/login$/,
    },
    {
        title: "Cognito sends people to another host",
        fault: sent((location) => (location.host = "login.example.com")),
        ...redirect,
        seen: /^a redirect to http:\/\/login\.example\.com\S*\/authorize$/,
    },
    {
        title: "Cognito names another address to come back to",
        fault: sent(({ searchParams }) => {
            searchParams.set("redirect_uri", "https://old.example.com/oauth2/idpresponse");
        }),
        ...redirect,
        seen: /^client_id=flexai, redirect_uri=https:\/\/old\.example\.com\/oauth2\/idpresponse$/,
    },
    {
        title: "Cognito names no client at the company",
        fault: sent(({ searchParams }) => {
            searchParams.delete("client_id");
        }),
        ...redirect,
        seen: /^client_id=none, /,
    },
    {
        title: "Cognito asks the company for tokens in place of a code",
        fault: sent(({ searchParams }) => {
            searchParams.set("response_type", "token");
        }),
        ...redirect,
        seen: /^client_id=flexai, /,
    },
];

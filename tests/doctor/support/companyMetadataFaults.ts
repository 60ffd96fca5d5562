import { type FaultCase, page } from "./faultCase";
import type { Fault } from "./proxy";

const discovery = /^\/.well-known\/openid-configuration$/;

/** Responds in the place of the company's Discovery. */
const discovered = (respond: () => Response): Fault => {
    return ({ pathname }) => (discovery.test(pathname) ? respond() : undefined);
};

/** Changes fields of the company's metadata; `undefined` leaves one out. */
const changed = (changes: Readonly<Record<string, unknown>>): Fault => {
    return async ({ pathname }, _form, ask) => {
        const response = await ask();
        if (!discovery.test(pathname)) return response;
        return Response.json({ ...((await response.json()) as object), ...changes });
    };
};

const noMetadata = {
    fails: ["Contoso serves OIDC Discovery"],
    advice: /Nobody of Contoso can sign in\. Compare the issuer.*must reach it over the internet/,
};
const endpoints = {
    fails: ["Contoso has the endpoints that Cognito needs"],
    advice: /Ask the company's administrator whether this is the issuer/,
};
const body = {
    fails: ["Contoso accepts the client's secret in the body"],
    advice: /Cognito sends the secret in no other way.*docs\/company-provider\.md/,
};
const signature = {
    fails: ["Contoso signs ID tokens with RS256"],
    advice: /Cognito verifies no other signature/,
};

/** Faults of the metadata of the company's provider. */
export const companyMetadataFaults: readonly FaultCase[] = [
    {
        title: "the company's provider cannot be reached",
        outputs: ({ companyLoginSetup: setup }) => ({
            ...(setup && { companyLoginSetup: { ...setup, issuer: "http://127.0.0.1:2" } }),
        }),
        ...noMetadata,
        seen: /^the connection was refused \(ECONNREFUSED\)$/,
    },
    {
        title: "the company's provider is down",
        fault: discovered(() => page("", 503)),
        ...noMetadata,
        seen: /^status 503, no metadata$/,
    },
    {
        title: "the company's issuer is a page",
        fault: discovered(() => page("<h1>Contoso</h1>")),
        ...noMetadata,
        seen: /^status 200, no metadata$/,
    },
    {
        title: "the company's Discovery is another JSON",
        fault: discovered(() => Response.json({ error: "not_found" })),
        ...noMetadata,
        seen: /^status 200, no metadata$/,
    },
    {
        title: "the company's Discovery leads elsewhere",
        fault: discovered(() => Response.redirect("https://login.example.com/")),
        ...noMetadata,
        seen: /^a redirect to https:\/\/login\.example\.com\/, no metadata$/,
    },
    {
        title: "the company's Discovery has no end",
        fault: discovered(() => new Response(`{"issuer":"${"x".repeat(1_100_000)}"}`)),
        ...noMetadata,
        seen: /^status 200, no metadata$/,
    },
    {
        title: "the company's Discovery has another issuer",
        fault: changed({ issuer: "https://login.example.com/" }),
        fails: ["the issuer of Contoso is as configured"],
        seen: /^"https:\/\/login\.example\.com\/"$/,
        advice: /Cognito refuses ID tokens of another issuer, if only by a slash/,
    },
    {
        title: "the company's Discovery lacks endpoints",
        fault: changed({ authorization_endpoint: undefined, jwks_uri: 1 }),
        ...endpoints,
        seen: /^authorization_endpoint: nothing, jwks_uri: 1$/,
    },
    {
        title: "an endpoint of the company has no TLS",
        fault: changed({ token_endpoint: "http://login.example.com/token" }),
        ...endpoints,
        seen: /^token_endpoint: "http:\/\/login\.example\.com\/token"$/,
    },
    {
        title: "the company's Discovery says nothing of the secret, which means a header",
        fault: changed({ token_endpoint_auth_methods_supported: undefined }),
        ...body,
        seen: /^client_secret_basic$/,
    },
    {
        title: "the company accepts no secret",
        fault: changed({ token_endpoint_auth_methods_supported: ["private_key_jwt", "none"] }),
        ...body,
        seen: /^private_key_jwt, none$/,
    },
    {
        title: "the company signs with another algorithm",
        fault: changed({ id_token_signing_alg_values_supported: ["ES256"] }),
        ...signature,
        seen: /^ES256$/,
    },
    {
        title: "the company does not say how it signs",
        fault: changed({ id_token_signing_alg_values_supported: undefined }),
        ...signature,
        seen: /^nothing$/,
    },
];

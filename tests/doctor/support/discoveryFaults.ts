import type { Outputs } from "../../../doctor/deployment";
import { at, type FaultCase, page } from "./faultCase";

const metadata = "OIDC Discovery has the provider's metadata";
const discovery = "/.well-known/openid-configuration";
const readAgain = /Read the outputs again, then write flexAI's configuration again/;

const otherField = (field: string, output: keyof Outputs): FaultCase => ({
    title: `Discovery names another ${field}`,
    fault: async (url, _form, ask) => {
        const response = await ask();
        if (!url.pathname.endsWith(discovery)) return response;
        const document = (await response.json()) as Record<string, unknown>;
        // One byte more: a slash at the end is not the same issuer.
        return Response.json({ ...document, [field]: `${String(document[field])}/` });
    },
    fails: [`Discovery's ${field} is the output ${output}`],
    seen: /\/"$/,
    advice: readAgain,
});

const allFields = [
    "Discovery's issuer is the output issuer",
    "Discovery's authorization_endpoint is the output authorizationEndpoint",
    "Discovery's token_endpoint is the output tokenEndpoint",
    "Discovery's userinfo_endpoint is the output userinfoEndpoint",
    "Discovery's end_session_endpoint is the output endSessionEndpoint",
    "Discovery's jwks_uri is the output jwksUri",
];

/** Faults of Discovery. */
export const discoveryFaults: readonly FaultCase[] = [
    {
        title: "the user pool is gone",
        fault: at(discovery, () =>
            Response.json({ message: "User pool does not exist." }, { status: 404 }),
        ),
        fails: [metadata],
        seen: /^status 404, no metadata$/,
        advice: /no such user pool/,
    },
    {
        title: "something else responds in the place of Discovery",
        fault: at(discovery, () => page("<h1>Welcome to the hotel's network</h1>")),
        warns: [metadata],
        seen: /^status 200, not a response of Cognito$/,
        advice: /a sign-in page of the network/,
    },
    {
        title: "the outputs are not from one deployment",
        outputs: () => ({ userPoolId: "eu-central-1_Another00" }),
        fails: ["the outputs issuer and discoveryUrl are those of the output userPoolId"],
        seen: /^http:\S+ and http:\S+\/openid-configuration$/,
        advice: /not from one deployment.*read them again/,
    },
    otherField("issuer", "issuer"),
    otherField("authorization_endpoint", "authorizationEndpoint"),
    otherField("token_endpoint", "tokenEndpoint"),
    otherField("userinfo_endpoint", "userinfoEndpoint"),
    otherField("end_session_endpoint", "endSessionEndpoint"),
    otherField("jwks_uri", "jwksUri"),
    {
        title: "Discovery has no issuer",
        fault: at(discovery, () => Response.json({})),
        fails: [metadata],
        seen: /^JSON that is malformed, or no metadata$/,
        advice: /not what Cognito sends/,
    },
    {
        title: "Discovery is cut short",
        fault: at(discovery, () => new Response('{"issuer":"')),
        fails: [metadata],
        seen: /^JSON that is malformed/,
        advice: /not what Cognito sends/,
    },
    {
        title: "Discovery is huge",
        fault: at(discovery, () => new Response(`{"issuer":"${"x".repeat(1_100_000)}"}`)),
        fails: [metadata],
        seen: /^more than 1000000 characters$/,
        advice: /not what Cognito sends/,
    },
    {
        title: "Discovery is huge and empty",
        fault: at(discovery, () => new Response(" ".repeat(1_100_000))),
        fails: [metadata],
        seen: /^more than 1000000 characters$/,
        advice: /not what Cognito sends/,
    },
    {
        title: "Discovery has an issuer that is nested without end",
        fault: at(discovery, () => {
            const nested = `${"[".repeat(400_000)}${"]".repeat(400_000)}`;
            return new Response(`{"issuer":${nested}}`);
        }),
        fails: allFields,
        seen: /^a list of 1$/,
        advice: readAgain,
    },
    {
        title: "Discovery lacks the end of the session",
        fault: async (url, _form, ask) => {
            const response = await ask();
            if (!url.pathname.endsWith(discovery)) return response;
            const document = (await response.json()) as Record<string, unknown>;
            return Response.json({ ...document, end_session_endpoint: undefined });
        },
        fails: ["Discovery's end_session_endpoint is the output endSessionEndpoint"],
        seen: /^nothing$/,
        advice: readAgain,
    },
];

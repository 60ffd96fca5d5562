import type { Outputs } from "../../../doctor/outputs";
import { at, type FaultCase, page } from "./faultCase";

const discovery = "/.well-known/openid-configuration";
const takeAnew = /Take the outputs anew: pulumi up --refresh/;

const otherField = (field: string, output: keyof Outputs): FaultCase => ({
    title: `Discovery names another ${field}`,
    fault: async (url, _form, ask) => {
        const answer = await ask();
        if (!url.pathname.endsWith(discovery)) return answer;
        const metadata = (await answer.json()) as Record<string, unknown>;
        // One byte more: a slash at the end is not the same issuer.
        return Response.json({ ...metadata, [field]: `${String(metadata[field])}/` });
    },
    fails: [`Discovery's ${field} is the output ${output}`],
    seen: /\/"$/,
    advice: takeAnew,
});

/** Faults of Discovery and of the keys. */
export const discoveryFaults: readonly FaultCase[] = [
    {
        title: "the user pool is gone",
        fault: at(discovery, () =>
            Response.json({ message: "User pool does not exist." }, { status: 404 }),
        ),
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
            return Response.json({ ...metadata, end_session_endpoint: undefined });
        },
        fails: ["Discovery's end_session_endpoint is the output endSessionEndpoint"],
        seen: /^nothing$/,
        advice: takeAnew,
    },
    ...[
        { title: "the JWKS is empty", value: { keys: [] } },
        { title: "the JWKS holds no keys but nothing", value: { keys: [null] } },
        { title: "the JWKS is no JWKS", value: ["RS256"] },
        {
            title: "the JWKS has keys of another algorithm",
            value: { keys: [{ kty: "EC", alg: "ES256", kid: "one", crv: "P-256", x: "", y: "" }] },
        },
        {
            title: "the JWKS has a key without an id",
            value: { keys: [{ kty: "RSA", alg: "RS256" }] },
        },
        {
            title: "the JWKS has a key without its numbers",
            value: { keys: [{ kty: "RSA", alg: "RS256", kid: "one" }] },
        },
    ].map(({ title, value }): FaultCase => ({
        title,
        fault: at("/.well-known/jwks.json", () => Response.json(value)),
        fails: ["the JWKS has RS256 keys"],
        seen: /^none$/,
        advice: /flexAI could verify no token/,
    })),
];

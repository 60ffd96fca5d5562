import { at, type FaultCase, page } from "./faultCase";

const good = { kty: "RSA", alg: "RS256", kid: "one", n: modulus(2048), e: "AQAB" };

/** Faults of the JWKS. */
export const keyFaults: readonly FaultCase[] = [
    ...[
        { title: "is empty", value: { keys: [] } },
        { title: "has nothing but null", value: { keys: [null] } },
        { title: "is a list", value: ["RS256"] },
        { title: "has no list of keys", value: { keys: good } },
        {
            title: "has keys of another algorithm",
            value: { keys: [{ kty: "EC", alg: "ES256", kid: "one", crv: "P-256", x: "", y: "" }] },
        },
        { title: "has a key without an id", value: { keys: [{ ...good, kid: undefined }] } },
        { title: "has a key without its numbers", value: { keys: [{ ...good, n: undefined }] } },
        { title: "has a key of 2,047 bits", value: { keys: [{ ...good, n: modulus(2047) }] } },
        {
            title: "has a key of 1,024 bits with zeros before them",
            value: { keys: [{ ...good, n: `${"A".repeat(400)}${modulus(1024)}` }] },
        },
        { title: "has a huge key", value: { keys: [{ ...good, n: modulus(400_000) }] } },
        { title: "has a key with exponent 1", value: { keys: [{ ...good, e: "AQ" }] } },
        { title: "has a key with an even exponent", value: { keys: [{ ...good, e: "Ag" }] } },
        { title: "has a key to encrypt with", value: { keys: [{ ...good, use: "enc" }] } },
        {
            title: "has a key for other operations",
            value: { keys: [{ ...good, key_ops: ["encrypt"] }] },
        },
    ].map(({ title, value }): FaultCase => ({
        title: `the JWKS ${title}`,
        fault: at("/.well-known/jwks.json", () => Response.json(value)),
        fails: ["the JWKS has RS256 keys"],
        seen: /^none$/,
        advice: /flexAI cannot verify any token/,
    })),
    {
        title: "the JWKS is nested without end",
        fault: at("/.well-known/jwks.json", () => new Response("[".repeat(400_000))),
        fails: ["the JWKS has RS256 keys"],
        seen: /^none$/,
        advice: /flexAI cannot verify any token/,
    },
    {
        title: "something else responds in the place of the JWKS",
        fault: at("/.well-known/jwks.json", () => page("<h1>Access denied</h1>", 403)),
        warns: ["the JWKS has RS256 keys"],
        seen: /^status 403, not a response of Cognito$/,
        advice: /a firewall, a proxy/,
    },
];

/** A number of so many bits. RFC 7518, section 2: Base64urlUInt. */
function modulus(bits: number): string {
    const bytes = Buffer.alloc(Math.ceil(bits / 8), 0xff);
    bytes[0] = 0xff >> ((8 - (bits % 8)) % 8);
    return bytes.toString("base64url");
}

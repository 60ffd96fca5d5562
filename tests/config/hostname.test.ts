import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const label63 = "a".repeat(63);
const name253 = [label63, label63, label63, "b".repeat(61)].join(".");
const expected =
    "a host name of flexAI such as flexai.example.com or flexai, with a port such as :8443 unless" +
    " that is 443";
const placeholder = "YOUR_HOST_NAME";

describe("The setting hostname", () => {
    const hosts = [
        "flexai.example.com",
        "flexai",
        "localhost",
        "10.0.0.5",
        "xn--mnchen-3ya.example.com",
        "a",
        "3com.example",
        "a-b--c.example",
        label63,
        name253,
    ];
    for (const host of hosts.flatMap((name) => [name, `${name}:8443`])) {
        it(`accepts ${host}`, async () => {
            expect((await accepted({ hostname: host })).hostname).to.equal(host);
        });
    }

    for (const host of ["flexai:1", "flexai:80", "flexai:4430", "flexai:65535"]) {
        it(`accepts ${host}`, async () => {
            expect((await accepted({ hostname: host })).hostname).to.equal(host);
        });
    }

    it("is passed on in lower case", async () => {
        const { hostname } = await accepted({ hostname: "FlexAI.Example.COM:8443" });
        expect(hostname).to.equal("flexai.example.com:8443");
    });

    it("is refused with a placeholder when it is empty", async () => {
        expect(await problems({ hostname: "" })).to.deep.equal([
            `'flexai-oidc:hostname' is missing: ${expected}.` +
                ` Run: pulumi config set --stack prod hostname ${placeholder}`,
        ]);
    });

    const malformed: readonly (readonly [string, string, string])[] = [
        ["a scheme", "https://audio.acme.de", "audio.acme.de"],
        ["a scheme and a path", "https://audio.acme.de/", "audio.acme.de"],
        ["a scheme in upper case", "HTTPS://Audio.Acme.de", "audio.acme.de"],
        ["a scheme and its port", "https://audio.acme.de:443", "audio.acme.de"],
        ["http and its port", "http://audio.acme.de:80/", "audio.acme.de"],
        ["a scheme without a colon", "https//audio.acme.de", "audio.acme.de"],
        ["a scheme and another port", "https://audio.acme.de:8443/x", "audio.acme.de:8443"],
        ["a callback address", "https://audio.acme.de/oauth2/callback", "audio.acme.de"],
        ["the port of https", "audio.acme.de:443", "audio.acme.de"],
        ["the port of https after an IPv4 address", "10.0.0.5:443", "10.0.0.5"],
        ["a path", "audio.acme.de/", "audio.acme.de"],
        ["a path and a port", "audio.acme.de/:8443", "audio.acme.de"],
        ["a query", "audio.acme.de?x=1", "audio.acme.de"],
        ["a fragment", "audio.acme.de#x", "audio.acme.de"],
        ["a user", "anna@audio.acme.de", "audio.acme.de"],
        ["a user and a password", "https://anna:pw@audio.acme.de", "audio.acme.de"],
        ["quotes", '"audio.acme.de"', "audio.acme.de"],
        ["angle brackets", "<https://audio.acme.de>", "audio.acme.de"],
        ["a comma after it", "audio.acme.de,", "audio.acme.de"],
        ["a wildcard", "*.example.com", placeholder],
        ["a trailing dot", "audio.acme.de.", "audio.acme.de"],
        ["a trailing dot before a port", "audio.acme.de.:8443", "audio.acme.de:8443"],
        ["a leading dot", ".example.com", placeholder],
        ["two dots", "flexai..com", placeholder],
        ["a space", "flexai example.com", placeholder],
        ["a space and the port of https", "flexai example.com:443", placeholder],
        ["spaces around it", " audio.acme.de ", "audio.acme.de"],
        ["an underscore", "flex_ai.example.com", placeholder],
        ["a label over 63", `${label63}a.example.com`, placeholder],
        ["a name over 253", `${name253}b`, placeholder],
        ["a leading hyphen", "-flexai.example.com", placeholder],
        ["a trailing hyphen", "flexai-.example.com", placeholder],
        ["Unicode", "münchen.example.com", "xn--mnchen-3ya.example.com"],
        ["malformed Punycode", "xn--0", placeholder],
        ["Punycode of nothing", "xn--.example.com", placeholder],
        ["Punycode of ASCII", "xn--flexai-.example.com", placeholder],
        ["malformed Punycode in a label", "audio.xn--0.de:8443", placeholder],
        ["an IPv4 address in short", "10.1", placeholder],
        ["an IPv4 address out of range", "256.0.0.1", placeholder],
        ["port 0", "flexai:0", placeholder],
        ["port 65536", "flexai:65536", placeholder],
        ["a port with leading zeros", "flexai:008443", "flexai:8443"],
        ["a port that is not a number", "flexai:https", placeholder],
        ["an empty port", "flexai:", "flexai"],
        ["two ports", "flexai:8443:8443", placeholder],
        ["a port alone", ":8443", placeholder],
        ["the placeholder", placeholder, placeholder],
    ];
    for (const address of ["fe80::1", "[::1]", "[::1]:8443"]) {
        it(`is refused if it is the IPv6 address ${address}`, async () => {
            expect(await problems({ hostname: address })).to.deep.equal([
                `'flexai-oidc:hostname' value '${address}' is an IPv6 address, and flexAI needs a name.` +
                    ` Run: pulumi config set --stack prod hostname ${placeholder}`,
            ]);
        });
    }

    for (const [what, host, better] of malformed) {
        it(`is refused with ${what}, and led to ${better}`, async () => {
            expect(await problems({ hostname: host })).to.deep.equal([
                `'flexai-oidc:hostname' value '${host}' is not ${expected}.` +
                    ` Run: pulumi config set --stack prod hostname ${better}`,
            ]);
            if (better !== placeholder) {
                expect((await accepted({ hostname: better })).hostname).to.equal(better);
            }
        });
    }

    it("is refused with an invisible character, which is shown and left out", async () => {
        expect(await problems({ hostname: "audio\u200b.acme.de\n" })).to.deep.equal([
            "'flexai-oidc:hostname' value 'audio\\u{200B}.acme.de\\u{000A}' contains an invisible character." +
                " Run: pulumi config set --stack prod hostname audio.acme.de",
        ]);
    });
});

import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const label63 = "a".repeat(63);
const name253 = [label63, label63, label63, "b".repeat(61)].join(".");

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
        it(`takes ${host}`, async () => {
            expect((await accepted({ hostname: host })).hostname).to.equal(host);
        });
    }

    for (const host of ["flexai:1", "flexai:80", "flexai:4430", "flexai:65535"]) {
        it(`takes ${host}`, async () => {
            expect((await accepted({ hostname: host })).hostname).to.equal(host);
        });
    }

    it("is given on in lower case", async () => {
        const { hostname } = await accepted({ hostname: "FlexAI.Example.COM:8443" });
        expect(hostname).to.equal("flexai.example.com:8443");
    });

    it("is refused with the command to run when it is empty", async () => {
        expect(await problems({ hostname: "" })).to.deep.equal([
            "'flexai-oidc:hostname' is missing: the host name of flexAI, such as flexai.example.com." +
                " Run: pulumi config set hostname flexai.example.com",
        ]);
    });

    const malformed: readonly (readonly [string, string])[] = [
        ["a scheme", "https://flexai.example.com"],
        ["a scheme in upper case", "HTTPS://flexai.example.com"],
        ["a scheme and the port of https", "https://flexai.example.com:443"],
        ["a path", "flexai.example.com/"],
        ["a path and a port", "flexai.example.com/:8443"],
        ["a query", "flexai.example.com?x=1"],
        ["a fragment", "flexai.example.com#x"],
        ["a user", "anna@flexai.example.com"],
        ["a wildcard", "*.example.com"],
        ["a trailing dot", "flexai.example.com."],
        ["a trailing dot before a port", "flexai.example.com.:8443"],
        ["a leading dot", ".example.com"],
        ["two dots", "flexai..com"],
        ["a space", "flexai example.com"],
        ["a leading space", " flexai.example.com"],
        ["a space and the port of https", "flexai example.com:443"],
        ["a line break", "flexai.example.com\n"],
        ["an underscore", "flex_ai.example.com"],
        ["brackets", "[::1]"],
        ["brackets and a port", "[::1]:8443"],
        ["an IPv6 address", "fe80::1"],
        ["a label over 63", `${label63}a.example.com`],
        ["a name over 253", `${name253}b`],
        ["a leading hyphen", "-flexai.example.com"],
        ["a trailing hyphen", "flexai-.example.com"],
        ["Unicode", "münchen.example.com"],
        ["malformed Punycode", "xn--0"],
        ["an IPv4 address in short", "10.1"],
        ["an IPv4 address out of range", "256.0.0.1"],
        ["port 0", "flexai:0"],
        ["port 65536", "flexai:65536"],
        ["a port with a leading zero", "flexai:08443"],
        ["a port that is no number", "flexai:https"],
        ["an empty port", "flexai:"],
        ["two ports", "flexai:8443:8443"],
        ["a port alone", ":8443"],
    ];
    for (const [what, host] of malformed) {
        it(`is refused with ${what}`, async () => {
            expect(await problems({ hostname: host })).to.deep.equal([
                `'flexai-oidc:hostname' value '${host}' is not a host name such as flexai.example.com` +
                    " or flexai, with a port such as :8443 or without." +
                    " Run: pulumi config set hostname flexai.example.com",
            ]);
        });
    }

    for (const host of ["flexai.example.com", "flexai", "10.0.0.5"]) {
        it(`is refused with :443 written out, and told to leave it off: ${host}:443`, async () => {
            expect(await problems({ hostname: `${host}:443` })).to.deep.equal([
                `'flexai-oidc:hostname' value '${host}:443' has the port of https, which is left off.` +
                    ` Run: pulumi config set hostname ${host}`,
            ]);
        });
    }
});

import { expect } from "chai";

import type { Outputs } from "../../doctor/outputs";
import { doctor } from "./support/cli";
import { examine, failedNames, findingOf } from "./support/examination";
import { type Proxy, startProxy } from "./support/proxy";
import { type Servers, startServers } from "./support/servers";

describe("Doctor looks at the hosts", () => {
    let proxy: Proxy;
    let servers: Servers;
    before(async function () {
        this.timeout(60_000);
        [proxy, servers] = await Promise.all([startProxy(), startServers()]);
    });
    after(async () => {
        await proxy.stop();
        servers.stop();
    });

    /** Everything of the provider is at another origin, and flexAI stays where it is. */
    const movedTo = (origin: string): Outputs => {
        const { origin: from } = new URL(proxy.outputs.issuer);
        return JSON.parse(JSON.stringify(proxy.outputs).replaceAll(from, origin)) as Outputs;
    };

    const hostCases = [
        {
            title: "the provider's name is not known",
            origin: () => "https://provider.invalid",
            fails: () => "the name provider.invalid is known",
            seen: /^the name (is not known|cannot be looked up) \(E\w+\)$/,
            advice: /domain of Cognito takes some minutes/,
        },
        {
            title: "nobody listens at the provider's port",
            origin: () => `http://127.0.0.1:${String(servers.closed)}`,
            fails: () => `127.0.0.1:${String(servers.closed)} takes connections`,
            seen: /^the connection is refused \(ECONNREFUSED\)$/,
            advice: /firewall/,
        },
        {
            title: "the provider's certificate is self-signed",
            origin: () => `https://localhost:${String(servers.selfSigned)}`,
            fails: () => `the certificate of localhost:${String(servers.selfSigned)} is trusted`,
            seen: /^the certificate is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
            advice: /answers in its place.*NODE_EXTRA_CA_CERTS/,
        },
        {
            title: "the provider's port does not speak TLS",
            origin: () => new URL(proxy.outputs.issuer).origin.replace("http:", "https:"),
            fails: () => `the certificate of ${new URL(proxy.outputs.issuer).host} is trusted`,
            seen: /^the port does not speak TLS \(\w+\)$/,
            advice: /answers in its place/,
        },
    ];
    for (const { title, origin, fails, seen, advice } of hostCases) {
        it(`and says what to do when ${title}`, async () => {
            const findings = await examine(movedTo(origin()));
            expect(failedNames(findings)).to.deep.equal([fails()]);
            expect(findingOf(findings, fails())).to.have.property("seen").that.matches(seen);
            expect(findingOf(findings, fails())).to.have.property("advice").that.matches(advice);
            const asked = findings.filter(({ name }) =>
                /Discovery|JWKS|callback|token|form/.test(name),
            );
            // What needs that host is left out, and the missing ID token is skipped as ever.
            expect(new Set(asked.map(({ outcome }) => outcome))).to.deep.equal(
                new Set(["skipped"]),
            );
        });
    }

    it("and trusts the authority that NODE_EXTRA_CA_CERTS names, for the right name", async () => {
        const env = { NODE_EXTRA_CA_CERTS: servers.certificate };
        const [right, wrong] = await Promise.all(
            ["localhost", "127.0.0.1"].map(async (name) => {
                const host = `${name}:${String(servers.selfSigned)}`;
                const stdin = JSON.stringify(movedTo(`https://${host}`));
                const { stdout } = await doctor(["--outputs", "-", "--json"], { stdin, env });
                const { checks } = JSON.parse(stdout) as {
                    checks: Parameters<typeof findingOf>[0];
                };
                return findingOf(checks, `the certificate of ${host} is trusted`);
            }),
        );
        expect(right)
            .to.have.property("seen")
            .that.matches(/^valid until 20\d\d-\d\d-\d\d$/);
        expect(wrong).to.include({
            outcome: "failed",
            seen: "the certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID)",
        });
    });
});

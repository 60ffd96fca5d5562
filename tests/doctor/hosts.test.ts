import { expect } from "chai";

import { proxyFor } from "../../commandLine/proxy";
import type { Finding } from "../../doctor/check";
import { hostChecks } from "../../doctor/checks/hosts";
import type { Deployment } from "../../doctor/deployment";
import { runChecks } from "../../doctor/runner";
import { startDoctor } from "./support/cli";
import { examine, findingOf, namesOf } from "./support/examination";
import { useProxy } from "./support/proxy";
import { useServers } from "./support/servers";

describe("Doctor looks at the hosts", () => {
    const proxy = useProxy();
    const servers = useServers();

    /** Everything of the provider is at another origin, and flexAI stays where it is. */
    const movedTo = (origin: string): Deployment => {
        const { origin: from } = new URL(proxy.outputs.issuer);
        return JSON.parse(JSON.stringify(proxy.deployment).replaceAll(from, origin)) as Deployment;
    };

    const hostCases = [
        {
            title: "the provider's name is not known",
            origin: () => "https://provider.invalid",
            fails: () => "the name provider.invalid is known",
            seen: /^the name (is not known|cannot be looked up) \(E\w+\)$/,
            advice: /no network or no DNS/,
        },
        {
            title: "nobody listens at the provider's port",
            origin: () => `http://127.0.0.1:${String(servers.closed)}`,
            fails: () => `127.0.0.1:${String(servers.closed)} accepts connections`,
            seen: /^the connection was refused \(ECONNREFUSED\)$/,
            advice: /Is npm start still running/,
        },
        {
            title: "the provider's certificate is self-signed",
            origin: () => `https://localhost:${String(servers.selfSigned)}`,
            fails: () => `the certificate of localhost:${String(servers.selfSigned)} is trusted`,
            seen: /^the certificate is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)$/,
            advice: /responds in its place.*NODE_EXTRA_CA_CERTS/,
        },
        {
            title: "the provider's port does not speak TLS",
            origin: () => new URL(proxy.outputs.issuer).origin.replace("http:", "https:"),
            fails: () => `the certificate of ${new URL(proxy.outputs.issuer).host} is trusted`,
            seen: /^the port does not speak TLS \(\w+\)$/,
            advice: /responds in its place/,
        },
    ];
    for (const { title, origin, fails, seen, advice } of hostCases) {
        it(`and says what to do when ${title}`, async () => {
            const findings = await examine(movedTo(origin()));
            expect(namesOf(findings, "failed")).to.deep.equal([fails()]);
            expect(findingOf(findings, fails())).to.have.property("seen").that.matches(seen);
            expect(findingOf(findings, fails())).to.have.property("advice").that.matches(advice);
            const asked = findings.filter(({ name }) =>
                /Discovery|JWKS|callback|token endpoint|form$/.test(name),
            );
            // What needs that host is left out.
            expect(asked.every(({ outcome }) => outcome === "skipped")).to.equal(true);
            expect(
                new Set(asked.map((finding) => ("cause" in finding ? finding.cause : ""))),
            ).to.deep.equal(new Set([fails()]));
        });
    }

    it("and says when the stack's domain is not known, which may be new", async () => {
        const { deployment } = proxy;
        const [name, connection] = hostChecks({
            ...deployment,
            authorizationEndpoint: "https://domain.invalid/oauth2/authorize",
        }).all.slice(-2);
        expect(connection?.name).to.equal("the certificate of domain.invalid is trusted");
        expect(name?.name).to.equal("domain.invalid accepts connections");
        const [finding] = await runChecks(name?.needs ?? []);
        expect(finding).to.deep.include({ commands: ["pulumi up --refresh --stack prod"] });
        expect(finding)
            .to.have.property("advice")
            .that.matches(/domain of Cognito needs some min/);
    });

    it("and blames the network once where no name is known", async () => {
        const findings = await examine({
            ...proxy.deployment,
            issuer: "https://cognito.invalid/pool",
            discoveryUrl: "https://cognito.invalid/pool/discovery",
            jwksUri: "https://cognito.invalid/pool/jwks",
            authorizationEndpoint: "https://domain.invalid/oauth2/authorize",
            tokenEndpoint: "https://domain.invalid/oauth2/token",
            signOutUrl: "https://domain.invalid/logout",
        });
        expect(namesOf(findings, "failed")).to.deep.equal(["the name cognito.invalid is known"]);
        expect(namesOf(findings, "passed")).to.have.length(1);
    });

    describe("behind a company's proxy", () => {
        const HTTPS_PROXY = "http://proxy.example.com:3128";
        const findingsWith = async (env: NodeJS.ProcessEnv) => {
            const checks = hostChecks(
                {
                    ...proxy.deployment,
                    authorizationEndpoint: "https://domain.invalid/oauth2/authorize",
                },
                (hostname) => proxyFor(hostname, env, "24.0.0"),
            );
            return runChecks(checks.all);
        };

        it("and names it where this run does not ask it", async () => {
            const findings = await findingsWith({ HTTPS_PROXY });
            const finding = findingOf(findings, "the name domain.invalid is known");
            expect(finding).to.include({ outcome: "failed" });
            expect(finding)
                .to.have.property("advice")
                .that.matches(
                    /a proxy, http:\/\/proxy\.example\.com:3128 \(HTTPS_PROXY\).*ENV_PROXY=1/,
                );
        });

        it("and leaves names and connections to it where this run asks it", async () => {
            const findings = await findingsWith({ HTTPS_PROXY, NODE_USE_ENV_PROXY: "1" });
            expect(findings.at(-1)).to.deep.equal({
                name: "domain.invalid is asked through the proxy",
                outcome: "passed",
                seen: `${HTTPS_PROXY} (HTTPS_PROXY), which no check can look behind`,
            });
            const { host } = new URL(proxy.outputs.issuer);
            expect(namesOf(findings, "passed")[0]).to.equal(`${host} accepts connections`);
        });
    });

    it("and trusts the authority that NODE_EXTRA_CA_CERTS names, for the right name", async () => {
        const env = {
            NODE_EXTRA_CA_CERTS: servers.certificate,
            // Trusts no certificate more than it does without this.
            NODE_TLS_REJECT_UNAUTHORIZED: "0",
        };
        const [right, wrong] = ["localhost", "127.0.0.1"].map(
            (name) => `${name}:${String(servers.selfSigned)}`,
        ) as [string, string];
        const { signOutUrl, ...outputs } = movedTo(`https://${right}`);
        const stdin = JSON.stringify({
            ...outputs,
            signOutUrl: signOutUrl.replace(right, wrong),
        });
        const { stdout } = await startDoctor(["--outputs", "-", "--json"], { stdin, env }).ending;
        const { checks } = JSON.parse(stdout) as { checks: Finding[] };
        const certificateOf = (host: string) =>
            findingOf(checks, `the certificate of ${host} is trusted`);
        expect(certificateOf(right))
            .to.have.property("seen")
            .that.matches(/^valid until 20\d\d-\d\d-\d\d$/);
        expect(certificateOf(wrong)).to.include({
            outcome: "failed",
            seen: "the certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID)",
        });
    });
});

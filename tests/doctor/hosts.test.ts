import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Outputs } from "../../doctor/outputs";
import { type Certificate, selfSignedCertificate } from "../envoy/certificate";
import { running } from "../local/support/running";
import { doctor } from "./support/cli";
import { examine, failedNames, findingOf } from "./support/examination";
import { type Proxy, startProxy } from "./support/proxy";

describe("Doctor looks at the hosts", () => {
    const servers: ReturnType<typeof createHttpServer>[] = [];
    const folder = mkdtempSync(join(tmpdir(), "doctor-"));
    let proxy: Proxy;
    let certificate: Certificate;
    let https: number;
    let unavailable: number;
    let closed: number;
    before(async function () {
        this.timeout(60_000);
        proxy = await startProxy((await running()) as unknown as Outputs);
        certificate = selfSignedCertificate(folder);
        const tls = {
            cert: readFileSync(certificate.certificate),
            key: readFileSync(certificate.key),
        };
        https = await listening(createHttpsServer(tls, (_request, answer) => answer.end("{}")));
        unavailable = await listening(
            createHttpServer((_request, answer) => answer.writeHead(503).end()),
        );
        const server = createHttpServer();
        closed = await listening(server);
        server.close();
    });
    after(async () => {
        await proxy.stop();
        for (const server of servers) server.close();
        rmSync(folder, { recursive: true });
    });
    afterEach(() => {
        proxy.fault = undefined;
    });

    async function listening(server: ReturnType<typeof createHttpServer>): Promise<number> {
        server.listen(0);
        await once(server, "listening");
        servers.push(server);
        return (server.address() as AddressInfo).port;
    }
    /** Everything of the provider is at another origin, and flexAI stays where it is. */
    const movedTo = (origin: string): Outputs => {
        const { origin: from } = new URL(proxy.outputs.issuer);
        return JSON.parse(JSON.stringify(proxy.outputs).replaceAll(from, origin)) as Outputs;
    };
    const flexaiAt = (origin: string): Outputs => {
        const [first = ""] = proxy.outputs.redirectUris;
        return { ...proxy.outputs, redirectUris: [first.replace(/^http:\/\/[^/]*/, origin)] };
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
            origin: () => `http://127.0.0.1:${String(closed)}`,
            fails: () => `127.0.0.1:${String(closed)} takes connections`,
            seen: /^the connection is refused \(ECONNREFUSED\)$/,
            advice: /firewall/,
        },
        {
            title: "the provider's certificate is self-signed",
            origin: () => `https://localhost:${String(https)}`,
            fails: () => `the certificate of localhost:${String(https)} is trusted`,
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

    it("and waits five seconds for an answer, for all at once", async () => {
        proxy.fault = ({ pathname }) =>
            /well-known|login|token/.test(pathname) ? new Promise(() => undefined) : undefined;
        const began = Date.now();
        const findings = await examine(proxy.outputs);
        expect(Date.now() - began).to.be.within(4900, 15_000);
        expect(failedNames(findings)).to.deep.equal([
            "OIDC Discovery answers",
            "the JWKS has RS256 keys",
            "the sign-in page shows a form",
            "the token endpoint takes the client's id and secret",
            "the token endpoint refuses a wrong secret",
        ]);
        const name = "OIDC Discovery answers";
        expect(findingOf(findings, name)).to.include({
            expected: `an answer from ${proxy.outputs.discoveryUrl}`,
            seen: "no answer within 5 s (TIMEOUT)",
        });
        expect(findingOf(findings, name))
            .to.have.property("advice")
            .that.matches(/Try again/);
    });

    it("and waits no longer for an answer that does not end", async () => {
        proxy.fault = ({ pathname }) =>
            pathname.endsWith("/jwks.json") ? new Response(endless()) : undefined;
        const findings = await examine(proxy.outputs);
        expect(failedNames(findings)).to.deep.equal(["the JWKS has RS256 keys"]);
        expect(findingOf(findings, "the JWKS has RS256 keys")).to.include({
            seen: "no answer within 5 s (TIMEOUT)",
        });
    });

    it("and trusts the authority that NODE_EXTRA_CA_CERTS names, for the right name", async () => {
        const env = { NODE_EXTRA_CA_CERTS: certificate.certificate };
        const [right, wrong] = await Promise.all(
            ["localhost", "127.0.0.1"].map(async (name) => {
                const host = `${name}:${String(https)}`;
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

    const flexaiCases = [
        {
            title: "skips flexAI when nobody listens",
            origin: () => `http://localhost:${String(closed)}`,
            finding: { outcome: "skipped" },
            words: /^it is not up yet.*ECONNREFUSED/,
        },
        {
            title: "skips flexAI when its name is not known",
            origin: () => "https://flexai.invalid",
            finding: { outcome: "skipped" },
            words: /^it is not up yet.*the name/,
        },
        {
            title: "says what to do when flexAI's certificate is self-signed",
            origin: () => `https://localhost:${String(https)}`,
            finding: {
                outcome: "failed",
                seen: "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
            },
            words: /Give flexAI a certificate for localhost.*NODE_EXTRA_CA_CERTS/,
        },
        {
            title: "says what to do when flexAI fails",
            origin: () => `http://localhost:${String(unavailable)}`,
            finding: { outcome: "failed", seen: "status 503" },
            words: /flexAI is not: its own log/,
        },
    ];
    for (const { title, origin, finding, words } of flexaiCases) {
        it(`and ${title}`, async () => {
            const found = findingOf(
                await examine(flexaiAt(origin())),
                `flexAI answers at ${origin()}/`,
            );
            expect(found).to.include(finding);
            expect("why" in found ? found.why : "advice" in found ? found.advice : "").to.match(
                words,
            );
        });
    }
});

/** A body that goes on for ever. */
function endless(): ReadableStream<Uint8Array> {
    return new ReadableStream({
        async pull(controller) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            controller.enqueue(new TextEncoder().encode(" "));
        },
    });
}

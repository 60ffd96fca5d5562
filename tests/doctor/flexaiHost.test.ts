import { expect } from "chai";

import { NoAnswer } from "../../doctor/noAnswer";
import type { Outputs } from "../../doctor/outputs";
import { examine, findingOf } from "./support/examination";
import { type Proxy, startProxy } from "./support/proxy";
import { type Servers, startServers } from "./support/servers";

describe("A server that does not answer", () => {
    for (const [kind, codes] of Object.entries({
        absent: ["TIMEOUT", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH"],
        untrusted: [
            "CERT_HAS_EXPIRED",
            "ERR_TLS_CERT_ALTNAME_INVALID",
            "SELF_SIGNED_CERT_IN_CHAIN",
        ],
        broken: ["ECONNRESET", "EPROTO", "UND_ERR_SOCKET", "UNKNOWN"],
    })) {
        it(`is ${kind} by ${codes.join(", ")}`, () => {
            for (const code of codes) {
                expect(new NoAnswer("https://host/", code)).to.have.property("kind", kind);
            }
        });
    }
});

describe("Doctor looks at flexAI's host", () => {
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

    const flexaiAt = (origin: string): Outputs => {
        const [first = ""] = proxy.outputs.redirectUris;
        return { ...proxy.outputs, redirectUris: [first.replace(/^http:\/\/[^/]*/, origin)] };
    };

    const flexaiCases = [
        {
            title: "skips flexAI when nobody listens",
            origin: () => `http://localhost:${String(servers.closed)}`,
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
            origin: () => `https://localhost:${String(servers.selfSigned)}`,
            finding: {
                outcome: "failed",
                seen: "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
            },
            words: /Give flexAI a certificate for localhost.*NODE_EXTRA_CA_CERTS/,
        },
        {
            title: "says what to do when flexAI's port speaks something else",
            origin: () => `https://localhost:${String(servers.unavailable)}`,
            finding: { outcome: "failed", expected: "an answer" },
            words: /look whether that is flexAI's port/,
        },
        {
            title: "says what to do when flexAI fails",
            origin: () => `http://localhost:${String(servers.unavailable)}`,
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

import type { RequestListener } from "node:http";

import { expect } from "chai";

import type { Deployment } from "../../doctor/deployment";
import { noResponse } from "../../doctor/noResponse";
import { examine, findingOf } from "./support/examination";
import { useProxy } from "./support/proxy";
import { useServers } from "./support/servers";

describe("A server that does not respond", () => {
    for (const [kind, codes] of Object.entries({
        absent: ["TIMEOUT", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH"],
        untrusted: [
            "CERT_HAS_EXPIRED",
            "ERR_TLS_CERT_ALTNAME_INVALID",
            "SELF_SIGNED_CERT_IN_CHAIN",
        ],
        malformed: ["UND_ERR_HEADERS_OVERFLOW", "HPE_INVALID_HEADER_TOKEN", "Z_DATA_ERROR"],
        broken: ["ECONNRESET", "EPROTO", "UND_ERR_SOCKET", "UNKNOWN"],
    })) {
        it(`is ${kind} by ${codes.join(", ")}`, () => {
            for (const code of codes) {
                expect(noResponse("https://host/", { code })).to.have.property("kind", kind);
            }
        });
    }
});

describe("Doctor looks at flexAI's host", () => {
    const proxy = useProxy();
    const servers = useServers();

    const flexaiAt = (origin: string): Deployment => {
        const [first = ""] = proxy.outputs.redirectUris;
        return { ...proxy.deployment, redirectUris: [first.replace(/^http:\/\/[^/]*/, origin)] };
    };
    const plain = () => `http://localhost:${String(servers.plain)}`;

    const flexaiCases = [
        {
            title: "warns when nobody listens",
            origin: () => `http://localhost:${String(servers.closed)}`,
            finding: { outcome: "warning", commands: ["pulumi config get hostname --stack prod"] },
            words: /^flexAI is not up yet/,
        },
        {
            title: "warns when its name is not known",
            origin: () => "https://flexai.invalid",
            finding: { outcome: "warning", commands: ["pulumi config get hostname --stack prod"] },
            words: /is the host name spelt as people open it\?$/,
        },
        {
            title: "says what to do when flexAI's certificate is self-signed",
            origin: () => `https://localhost:${String(servers.selfSigned)}`,
            finding: {
                outcome: "failed",
                seen: "the certificate is self-signed (DEPTH_ZERO_SELF_SIGNED_CERT)",
            },
            words: /Install a certificate for localhost.*NODE_EXTRA_CA_CERTS/,
        },
        {
            title: "says what to do when flexAI's port speaks something else",
            origin: () => `https://localhost:${String(servers.plain)}`,
            finding: { outcome: "failed", commands: [] },
            words: /whether that is flexAI's port/,
        },
        {
            title: "warns when flexAI responds with 503",
            origin: plain,
            finding: { outcome: "warning", seen: "status 503" },
            words: /flexAI's host is up and flexAI is not/,
        },
        {
            title: "fails when flexAI redirects to itself without end",
            origin: plain,
            listener: ((_request, response) => {
                response.writeHead(302, { location: "/" }).end();
            }) satisfies RequestListener,
            finding: { outcome: "failed", seen: "redirects to itself without end" },
            words: /^Nobody gets in\..* by http, and flexAI sends that to https/,
        },
        {
            title: "warns when flexAI redirects to nowhere",
            origin: plain,
            listener: ((_request, response) => {
                response.writeHead(302, { location: "http://[::1" }).end();
            }) satisfies RequestListener,
            finding: { outcome: "warning", seen: "status 302" },
            words: /flexAI's own log/,
        },
        {
            title: "warns when flexAI has no page",
            origin: plain,
            listener: ((_request, response) => {
                response.writeHead(404).end();
            }) satisfies RequestListener,
            finding: { outcome: "warning", seen: "status 404" },
            words: /flexAI's own log/,
        },
        {
            title: "fails when flexAI's headers are too long",
            origin: plain,
            listener: ((_request, response) => {
                response.writeHead(200, { "x-long": "x".repeat(100_000) }).end();
            }) satisfies RequestListener,
            finding: {
                outcome: "failed",
                seen: "the headers are too long (UND_ERR_HEADERS_OVERFLOW)",
            },
            words: /does not respond as flexAI does/,
        },
    ];
    for (const { title, origin, listener, finding, words } of flexaiCases) {
        it(`and ${title}`, async () => {
            if (listener) servers.listener = listener;
            const found = findingOf(
                await examine(flexaiAt(origin())),
                `flexAI responds at ${origin()}/`,
            );
            expect(found).to.deep.include(finding);
            expect(found).to.have.property("advice").that.matches(words);
        });
    }
});

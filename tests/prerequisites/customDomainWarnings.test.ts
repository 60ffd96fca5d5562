import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import type { Message } from "../../commandLine/message";
import { customDomainWarnings } from "../../prerequisites/customDomainWarnings";
import { fails } from "../support/adoption";
import { selfSignedCertificate } from "../support/certificate";
import { inOneLine } from "../support/messages";
import { useDns } from "../support/dns";
import { run } from "../support/program";

const arn = "arn:aws:acm:us-east-1:123456789012:certificate/1-2-3";
const command =
    `Run: aws acm describe-certificate --region us-east-1 --certificate-arn ${arn}` +
    " --query 'Certificate.[Status,SubjectAlternativeNames]'";

type Found = (inputs: Readonly<Record<string, unknown>>) => object;

/** The warnings about a domain, and what was asked of AWS. */
async function warningsOf(name: string, found?: Found) {
    const asked: unknown[] = [];
    const domain = found ? { name, certificateArn: arn } : { name, zone: "example.com" };
    const { outputs, error } = await run(
        () => customDomainWarnings(domain),
        "prod",
        {},
        (token, inputs) => {
            asked.push([token, inputs]);
            return found?.(inputs);
        },
    );
    if (error) throw error as Error;
    return { warnings: inOneLine(Object.values(outputs) as Message[]), asked };
}

describe("A new custom domain", () => {
    let pem = "";
    const names = useDns({
        "good.example.com": "192.0.2.1",
        "empty.example.com": "ENODATA",
        "none.example.com": "ENOTFOUND",
        "slow.example.com": "ETIMEOUT",
        "refused.example.com": "ECONNREFUSED",
        "broken.example.com": "ESERVFAIL",
        localhost: "127.0.0.1",
    });
    before(async () => {
        const folder = mkdtempSync(join(tmpdir(), "custom-domain-"));
        // For localhost and no other name.
        pem = readFileSync((await selfSignedCertificate(folder)).certificate, "utf8");
        rmSync(folder, { recursive: true });
    });

    it("is asked about at its parent, whose zone need not be Route 53's", async () => {
        expect(await warningsOf("auth.good.example.com")).to.deep.equal({
            warnings: [],
            asked: [],
        });
        expect(names).to.deep.equal(["good.example.com"]);
    });

    for (const parent of ["empty", "none"]) {
        it(`is warned of when its parent has no A record (${parent})`, async () => {
            const name = `auth.${parent}.example.com`;
            expect((await warningsOf(name)).warnings).to.deep.equal([
                `'flexai-oidc:domain.name' value '${name}': its parent name ${parent}.example.com has no` +
                    " A record in DNS as this machine sees it, without which Cognito refuses the domain" +
                    " (Custom domain is not a valid subdomain). Create one, whatever it points to:" +
                    ` docs/domain.md. Run: dig +short A ${parent}.example.com @1.1.1.1`,
            ]);
        });
    }

    for (const parent of ["slow", "refused", "broken"]) {
        it(`is not warned of when DNS does not say (${parent})`, async () => {
            expect((await warningsOf(`auth.${parent}.example.com`)).warnings).to.deep.equal([]);
        });
    }

    it("has its certificate looked for in us-east-1 under each name that would cover it", async () => {
        const { asked } = await warningsOf("auth.good.example.com", () => ({ arn: "another" }));
        const domains = ["auth.good.example.com", "*.good.example.com", "good.example.com"];
        expect(asked).to.deep.equal(
            domains.map((domain) => [
                "aws:acm/getCertificate:getCertificate",
                {
                    domain,
                    keyTypes: ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1"],
                    statuses: [
                        "ISSUED",
                        "PENDING_VALIDATION",
                        "EXPIRED",
                        "FAILED",
                        "INACTIVE",
                        "REVOKED",
                    ],
                    mostRecent: true,
                    region: "us-east-1",
                },
            ]),
        );
    });

    it("is warned of when its certificate is not issued", async () => {
        const found = () => ({ arn, status: "PENDING_VALIDATION" });
        expect((await warningsOf("auth.good.example.com", found)).warnings).to.deep.equal([
            `'flexai-oidc:domain.certificateArn' value '${arn}' is not issued: PENDING_VALIDATION.` +
                ` Cognito requires an issued one. ${command}`,
        ]);
    });

    it("is warned of when its certificate is for another name", async () => {
        const found: Found = ({ domain }) =>
            domain === "good.example.com"
                ? { arn, status: "ISSUED", certificate: pem }
                : fails("empty result")();
        expect((await warningsOf("auth.good.example.com", found)).warnings).to.deep.equal([
            `'flexai-oidc:domain.certificateArn' value '${arn}' does not cover the name` +
                ` auth.good.example.com. ${command}`,
        ]);
    });

    for (const [title, found] of [
        ["is another's", () => ({ arn: "another", status: "EXPIRED" })],
        ["may not be read", fails("AccessDeniedException: acm:ListCertificates")],
        ["cannot be read", () => ({ arn, status: "ISSUED", certificate: "not PEM" })],
        ["is there without its content", () => ({ arn, status: "ISSUED" })],
    ] as const) {
        it(`is not warned of when the certificate that is found ${title}`, async () => {
            expect((await warningsOf("auth.good.example.com", found)).warnings).to.deep.equal([]);
        });
    }

    it("is not warned of when its certificate covers it", async () => {
        const found = () => ({ arn, status: "ISSUED", certificate: pem });
        expect((await warningsOf("studio.localhost", found)).warnings).to.deep.equal([]);
        expect((await warningsOf("auth.localhost", found)).warnings).to.have.lengthOf(1);
    });
});

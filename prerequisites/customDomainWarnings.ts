import { X509Certificate } from "node:crypto";
import dns from "node:dns/promises";

import * as aws from "@pulumi/aws";

import type { Message } from "../commandLine/message";
import { certificateRegion } from "../components/customDomain";
import type { Domain } from "../config/domain";
import { settingName } from "./refusal";

/** Filters of the look-up at their widest: by default it finds issued certificates with RSA keys alone. */
const keyTypes = ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1"];
const statuses = ["ISSUED", "PENDING_VALIDATION", "EXPIRED", "FAILED", "INACTIVE", "REVOKED"];

/**
 * Looks up why Cognito would probably refuse a new domain. A look-up that fails leads to no warning,
 * because Cognito decides.
 */
export async function customDomainWarnings(domain: Domain): Promise<Message[]> {
    const { name } = domain;
    const [parent, certificate] = await Promise.all([
        parentWarnings(name),
        "certificateArn" in domain ? certificateWarnings(name, domain.certificateArn) : [],
    ]);
    return [...parent, ...certificate];
}

/** Cognito requires an A record of the parent name, whatever address is in it. */
async function parentWarnings(name: string): Promise<Message[]> {
    const parent = parentOf(name);
    try {
        await new dns.Resolver({ timeout: 2000, tries: 1 }).resolve4(parent);
        return [];
    } catch (error) {
        const { code = "" } = error as NodeJS.ErrnoException;
        if (!["ENODATA", "ENOTFOUND"].includes(code)) return [];
        return [
            [
                `${settingName("domain.name")} value '${name}': its parent name ${parent} has no A record` +
                    " in DNS as this machine sees it, without which Cognito refuses the domain (Custom" +
                    " domain is not a valid subdomain). Create one, whatever it points to:" +
                    " docs/domain.md. Run:",
                { line: `dig +short A ${parent} @1.1.1.1` },
            ],
        ];
    }
}

/** Pulumi looks certificates up by their first name, so one that lists this name second is not found. */
async function certificateWarnings(name: string, arn: string): Promise<Message[]> {
    const parent = parentOf(name);
    const found = await Promise.allSettled(
        [name, `*.${parent}`, parent].map((domain) =>
            aws.acm.getCertificate({
                domain,
                keyTypes,
                statuses,
                mostRecent: true,
                region: certificateRegion,
            }),
        ),
    );
    const certificate = found
        .flatMap((result) => (result.status === "fulfilled" ? [result.value] : []))
        .find((candidate) => candidate.arn === arn);
    if (!certificate) return [];
    const subject = `${settingName("domain.certificateArn")} value '${arn}'`;
    const command = {
        line:
            `aws acm describe-certificate --region ${certificateRegion} --certificate-arn ${arn}` +
            " --query 'Certificate.[Status,SubjectAlternativeNames]'",
    };
    if (certificate.status !== "ISSUED") {
        return [
            [
                `${subject} is not issued: ${certificate.status}. Cognito requires an issued one. Run:`,
                command,
            ],
        ];
    }
    if (covers(certificate.certificate, name)) return [];
    return [[`${subject} does not cover the name ${name}. Run:`, command]];
}

/** Whether a certificate covers a name; `true` also for one that cannot be read. */
function covers(pem: string | undefined, name: string): boolean {
    try {
        return new X509Certificate(pem ?? "").checkHost(name) !== undefined;
    } catch {
        return true;
    }
}

function parentOf(name: string): string {
    return name.slice(name.indexOf(".") + 1);
}

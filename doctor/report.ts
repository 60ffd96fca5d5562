import type { Finding } from "./check";
import { shortened } from "./redaction";

/** Counts findings by their outcome. */
export function countFindings(findings: readonly Finding[]) {
    const count = (outcome: Finding["outcome"]) =>
        findings.filter((finding) => finding.outcome === outcome).length;
    return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

/**
 * Cleans what findings say.
 *
 * @param redact - Takes secrets out of a text
 */
export function cleanFindings(
    findings: readonly Finding[],
    redact: (text: string) => string,
): Finding[] {
    const clean = (text: string) => shortened(redact(text).replaceAll("\n", " "));
    return findings.map(
        (finding) =>
            Object.fromEntries(
                Object.entries(finding).map(([key, text]) => [key, clean(text)]),
            ) as unknown as Finding,
    );
}

/** Writes findings for people. */
export function textReport(findings: readonly Finding[]): string {
    const { passed, failed, skipped } = countFindings(findings);
    const summary = [passed, "passed,", failed, "failed,", skipped, "skipped"].join(" ");
    return [...findings.flatMap(lines), "", summary, ""].join("\n");
}

/** Writes findings for machines, as one line of JSON. */
export function jsonReport(findings: readonly Finding[]): string {
    return `${JSON.stringify({ ...countFindings(findings), checks: findings })}\n`;
}

function lines(finding: Finding): string[] {
    const { name } = finding;
    switch (finding.outcome) {
        case "passed":
            return [`passed   ${name}: ${finding.seen}`];
        case "skipped":
            return [`skipped  ${name}: ${finding.why}`];
        case "failed":
            return [
                `FAILED   ${name}`,
                `         expected: ${finding.expected}`,
                `         seen:     ${finding.seen}`,
                `         to do:    ${finding.advice}`,
            ];
    }
}

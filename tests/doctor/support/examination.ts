import { expect } from "chai";

import type { Finding } from "../../../doctor/check";
import { inputToken, missingToken } from "../../../doctor/checks/idTokenForm";
import type { Deployment } from "../../../doctor/deployment";
import { diagnosis } from "../../../doctor/diagnosis";
import { redaction } from "../../../doctor/redaction";
import { cleanFindings, jsonReport, textReport } from "../../../doctor/report";
import { runChecks } from "../../../doctor/runner";

/** Runs all checks and returns what the reports say, after a search for secrets in them. */
export async function examine(deployment: Deployment, idToken?: string): Promise<Finding[]> {
    const token = idToken === undefined ? missingToken(false) : inputToken(idToken);
    const findings = await runChecks(diagnosis(deployment, token));
    const clean = cleanFindings(findings, redaction([deployment.clientSecret, idToken]));
    for (const report of [textReport(clean, true), jsonReport(clean)]) {
        expect(report).not.to.include(deployment.clientSecret);
        expectNoToken(report);
    }
    return clean;
}

/** Expects that nothing in a string begins as every JWT does. */
export function expectNoToken(text: string): void {
    expect(text).not.to.match(/eyJ/);
}

/** Picks the finding of a check. */
export function findingOf(findings: readonly Finding[], name: string): Finding {
    const finding = findings.find((one) => one.name === name);
    if (!finding) throw new Error(`There is no check '${name}'.`);
    return finding;
}

/** Names of the checks with an outcome. */
export function namesOf(findings: readonly Finding[], outcome: Finding["outcome"]): string[] {
    return findings.filter((finding) => finding.outcome === outcome).map(({ name }) => name);
}

/** Expects one problem, and nothing else but passed and skipped checks. */
export function expectProblem(
    findings: readonly Finding[],
    outcome: "failed" | "warning",
    name: string,
) {
    expect(namesOf(findings, "failed")).to.deep.equal(outcome === "failed" ? [name] : []);
    const finding = findingOf(findings, name);
    if (finding.outcome !== outcome) throw new Error(`${name}: ${finding.outcome}`);
    return finding;
}

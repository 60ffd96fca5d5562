import { expect } from "chai";

import type { Finding } from "../../../doctor/check";
import { diagnosis } from "../../../doctor/diagnosis";
import type { Outputs } from "../../../doctor/outputs";
import { redaction } from "../../../doctor/redaction";
import { cleanFindings, jsonReport, textReport } from "../../../doctor/report";
import { runChecks } from "../../../doctor/runner";

/** Makes all checks and returns what the reports say, after a look for secrets in them. */
export async function examine(outputs: Outputs, idToken?: string): Promise<Finding[]> {
    const findings = await runChecks(diagnosis(outputs, idToken), () => undefined);
    const clean = cleanFindings(findings, redaction([outputs.clientSecret, idToken]));
    for (const report of [textReport(clean), jsonReport(clean)]) {
        expect(report).not.to.include(outputs.clientSecret);
        expectNoToken(report);
    }
    return clean;
}

/** Expects that nothing in a text begins as every JWT does. */
export function expectNoToken(text: string): void {
    expect(text).not.to.match(/eyJ/);
}

/** Picks the finding of a check. */
export function findingOf(findings: readonly Finding[], name: string): Finding {
    const finding = findings.find((one) => one.name === name);
    if (!finding) throw new Error(`There is no check '${name}'.`);
    return finding;
}

/** Names of the checks that failed. */
export function failedNames(findings: readonly Finding[]): string[] {
    return findings.filter(({ outcome }) => outcome === "failed").map(({ name }) => name);
}

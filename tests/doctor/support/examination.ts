import { expect } from "chai";

import type { Finding } from "../../../doctor/check";
import { diagnosis } from "../../../doctor/diagnosis";
import type { Outputs } from "../../../doctor/outputs";
import { redaction } from "../../../doctor/redaction";
import { cleanFindings, jsonReport, textReport } from "../../../doctor/report";
import { runChecks } from "../../../doctor/runner";

/** Names in place of what differs from run to run, so that tests can name checks. */
export function checkNames(outputs: Outputs): Readonly<Record<string, string>> {
    const { hostname, host } = new URL(outputs.issuer);
    return { [host]: "HOST", [hostname]: "NAME" };
}

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

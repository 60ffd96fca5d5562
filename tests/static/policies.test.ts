import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { pythonCommands } from "../support/installation";
import { policyNames } from "../support/policy";
import { policyFindings } from "./knownFindings";

const root = join(__dirname, "..", "..");
const version = "1.6.4";

interface Finding {
    readonly issue: string;
    readonly detail: string | readonly (string | { readonly action: string })[];
    readonly location: { readonly type?: string; readonly actions?: readonly string[] };
}

/** What parliament finds in a policy: a JSON object for each line, or nothing. */
function findings(policy: string): string[] {
    const parliament = join(
        pythonCommands(`parliament-${version}`, [`parliament==${version}`]),
        "parliament",
    );
    const args = ["--include-community-auditors", "--json"];
    let report = "";
    try {
        report = execFileSync(parliament, args, { input: policy, encoding: "utf8" });
    } catch (error) {
        // It exits with 1 if it finds anything.
        const { status, stdout } = error as { readonly status: number; readonly stdout: string };
        if (status !== 1 || stdout === "") throw error;
        report = stdout;
    }
    const lines = report.split("\n").filter((line) => line !== "");
    const all = lines.map((line) => {
        const { issue, detail, location } = JSON.parse(line) as Finding;
        const actions = [...(location.actions ?? [])].sort().join(", ");
        const subject =
            typeof detail === "string"
                ? detail
                : detail.map((one) => (typeof one === "string" ? one : one.action)).join(", ");
        return [issue, subject, location.type, actions].filter(Boolean).join(" ");
    });
    // Some are found twice.
    return [...new Set(all)];
}

describe("The policies, by parliament and its community auditors", () => {
    for (const file of policyNames.map((name) => `docs/policies/${name}`)) {
        it(`${file} has the known findings and no other`, () => {
            const known = policyFindings.filter((known) => known.file === file);
            const found = findings(readFileSync(join(root, file), "utf8"));
            expect(found.sort()).to.deep.equal(known.map(({ finding }) => finding).sort());
        });
    }

    it("finds a policy that returns access keys", () => {
        const Statement = [{ Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" }];
        const found = findings(JSON.stringify({ Version: "2012-10-17", Statement }));
        expect(found).to.include("CREDENTIALS_EXPOSURE iam:createaccesskey");
    });

    it("knows no finding of a file that is not there", () => {
        const known = policyFindings.map(({ file }) => file.replace("docs/policies/", ""));
        expect(known.filter((name) => !policyNames.includes(name))).to.deep.equal([]);
    });
});

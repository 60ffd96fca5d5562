import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { installed, pythonCommands, runInstaller } from "../support/installation";
import { workflowFindings } from "./knownFindings";

const root = join(__dirname, "..", "..");
const actionlintVersion = "1.7.12";
const zizmorVersion = "1.32.0";
const faulty = `on: push
jobs:
    build:
        runs-on: no-such-runner
        steps:
            - uses: actions/checkout@main
`;

/** What actionlint writes about a workflow. Its own checks alone: shellcheck is not everywhere. */
function actionlint(path: string): string {
    const folder = installed(`actionlint-${actionlintVersion}`, (target) => {
        const module = `github.com/rhysd/actionlint/cmd/actionlint@v${actionlintVersion}`;
        runInstaller("env", [`GOBIN=${target}`, "go", "install", module]);
    });
    const args = ["-shellcheck=", "-pyflakes=", "-oneline", path];
    return run(join(folder, "actionlint"), args, [0, 1]);
}

/** What zizmor finds in a workflow, as the strictest of its personas. */
function zizmor(path: string): string[] {
    const commands = pythonCommands(`zizmor-${zizmorVersion}`, [`zizmor==${zizmorVersion}`]);
    const args = ["--offline", "--no-config", "--persona=auditor", "--format=json"];
    const report = run(join(commands, "zizmor"), [...args, "--no-exit-codes", path], [0]);
    return (JSON.parse(report) as readonly { readonly ident: string }[]).map(({ ident }) => ident);
}

function run(command: string, args: readonly string[], expected: readonly number[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
    if (status === null || !expected.includes(status)) throw new Error(`${command}: ${stderr}`);
    return stdout;
}

describe("The workflows, by actionlint and zizmor", () => {
    const folder = join(".github", "workflows");
    const files = [
        ...readdirSync(join(root, folder)).map((name) => join(folder, name)),
        join("docs", "deploy.workflow.yml"),
    ];
    let scratch: string;
    let fault: string;

    before(() => {
        scratch = mkdtempSync(join(tmpdir(), "workflow-"));
        fault = join(scratch, "faulty.yml");
        writeFileSync(fault, faulty);
    });
    after(() => {
        rmSync(scratch, { recursive: true });
    });

    for (const file of files) {
        it(`actionlint finds nothing in ${file}`, () => {
            expect(actionlint(file)).to.equal("");
        });

        it(`zizmor has the known findings and no other in ${file}`, () => {
            const known = workflowFindings.filter((known) => known.file === file);
            const found = zizmor(file);
            expect(found.sort()).to.deep.equal(known.map(({ finding }) => finding).sort());
        });
    }

    it("actionlint finds a runner that does not exist", () => {
        expect(actionlint(fault)).to.include("no-such-runner");
    });

    it("zizmor finds an action that is not pinned", () => {
        expect(zizmor(fault)).to.include("unpinned-uses");
    });
});

import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { stackFileSettings } from "../../config/repeatedKeys";
import { loadConfig } from "../../config/stackConfig";
import { run } from "../support/program";

const region = "aws:region: eu-central-1";

describe("A setting that stands twice in the stack's file", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "flexai-"))));
    after(() => {
        rmSync(folder, { recursive: true });
    });

    async function refusals(lines: readonly string[]): Promise<string[]> {
        writeFileSync(join(folder, "Pulumi.prod.yaml"), lines.join("\n"));
        const { error } = await run(() => loadConfig(undefined, folder));
        return ((error as Error | undefined)?.message ?? "").split("\n  - ").slice(1);
    }

    const one = "Delete one of the two";
    const all = "Move the entries of one below those of the other, and delete its line,";
    for (const [what, short, long, edit] of [
        ["a string", "hostname: a", "flexai-oidc:hostname: flexai.example.com", one],
        ["a list, and quotes", "'users': []", '"flexai-oidc:users" : []', all],
    ] as const) {
        it(`is refused with both lines: ${what}`, async () => {
            const [, name = ""] = /(\w+)/.exec(short) ?? [];
            expect(
                await refusals(["config:", `  ${short}`, `  ${region}`, "", `  ${long} # own`]),
            ).to.deep.equal([
                `'${name}' in line 2 and 'flexai-oidc:${name}' in line 5 of Pulumi.prod.yaml are one setting,` +
                    ` and Pulumi takes either of them, by chance. ${edit} in Pulumi.prod.yaml`,
            ]);
        });
    }

    it("is refused without lines where the file has none for it", async () => {
        const [refusal] = await refusals(["config: {hostname: a, flexai-oidc:hostname: b}"]);
        expect(refusal).to.match(/^'hostname' and 'flexai-oidc:hostname' of Pulumi.prod.yaml are/);
    });

    for (const [what, ...lines] of [
        ["is of another name", "config:", "  hostname: a", "  other:hostname: b"],
        ["stands once", "config:", "  hostname: a", `  ${region}`],
        [
            "is in a file whose settings are not those of the configuration",
            "config:",
            "  hostname: a",
            "  flexai-oidc:hostname: b",
            "  aws:region: us-east-1",
        ],
        ["is in a file that is not YAML", "config: ["],
        ["is in a file without settings", "config: 1"],
    ] as const) {
        it(`is not refused when it ${what}`, async () => {
            expect(await refusals(lines)).to.deep.equal([]);
        });
    }

    it("is not refused when there is no file, because the settings are elsewhere", async () => {
        const { error } = await run(() => loadConfig(undefined, join(folder, "none")));
        expect(error).to.equal(undefined);
    });
});

describe("A setting at the left margin of the stack's file", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "flexai-"))));
    after(() => {
        rmSync(folder, { recursive: true });
    });

    for (const [key, known] of [
        ["users", true],
        ["flexai-oidc:users", true],
        ["aws:allowedAccountIds", true],
        ["encryptionsalt", false],
        ["other:users", false],
    ] as const) {
        it(`is ${known ? "" : "not "}refused: ${key}`, async () => {
            const lines = ["config:", `  ${region}`, `${key}: [{ username: anna }]`];
            writeFileSync(join(folder, "Pulumi.prod.yaml"), lines.join("\n"));
            const { error } = await run(() => loadConfig(undefined, folder));
            const refusal =
                `'${key}' in line 3 of Pulumi.prod.yaml is not below 'config:', where alone Pulumi reads it.` +
                " Put it below 'config:', with two more spaces before each of its lines, in Pulumi.prod.yaml";
            expect(
                (error as Error | undefined)?.message.split("\n  - ").slice(1) ?? [],
            ).to.deep.equal(known ? [refusal] : []);
        });
    }
});

describe("A setting in the stack's file", () => {
    for (const [name, is] of [
        ["aws:region", true],
        ["flexai-oidc:logRetentionDays", true],
        ["flexai-oidc:hostname", false],
        ["flexai-oidc:toString", false],
    ] as const) {
        it(`is ${is ? "" : "not "}${name}, whatever Pulumi.yaml has as its default`, async () => {
            const { outputs } = await run(() => ({ is: stackFileSettings().has(name) }), "dev");
            expect(outputs).to.deep.equal({ is });
        });
    }
});

describe("A list or an object that the stack's file has as one string", () => {
    let folder: string;
    before(() => (folder = mkdtempSync(join(tmpdir(), "flexai-"))));
    after(() => {
        rmSync(folder, { recursive: true });
    });

    for (const [what, line, value, remedy] of [
        [
            "as JSON",
            `roles: '["flexai-user","B C"]'`,
            { roles: ["flexai-user", "B C"] },
            `pulumi config set --stack prod roles '["flexai-user","ROLE NAME"]'`,
        ],
        [
            "in full",
            `aws:allowedAccountIds: '["1"]'`,
            { "aws:allowedAccountIds": ["1"] },
            `pulumi config set --stack prod aws:allowedAccountIds '["YOUR_ACCOUNT_ID"]'`,
        ],
        [
            "encrypted",
            "flexai-oidc:roles: { secure: v1 }",
            { roles: ["flexai-user", "B C"] },
            "Set 'roles[1]' in Pulumi.prod.yaml",
        ],
        [
            "that is none",
            "roles: B C",
            { roles: ["flexai-user", "B C"] },
            "pulumi config set --stack prod --path --type string 'roles[1]' 'ROLE NAME'",
        ],
    ] as const) {
        it(`is set as a whole, since --path would replace it: ${what}`, async () => {
            writeFileSync(join(folder, "Pulumi.prod.yaml"), `config:\n  ${line}\n`);
            const { error } = await run(() => loadConfig(undefined, folder), "prod", value);
            const { message } = error as Error;
            expect(message.slice(-remedy.length)).to.equal(remedy);
        });
    }
});

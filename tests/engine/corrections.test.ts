import { expect } from "chai";

import type { EngineStack } from "./support/engineStack";
import { useStack } from "./support/hooks";
import { refused } from "./support/outcome";
import { anna, ben } from "./support/people";
import { withNamespace } from "./support/stackFile";

describe("The commands that a refusal prints", () => {
    const corrections: readonly {
        readonly title: string;
        readonly broken: Readonly<Record<string, unknown>>;
        readonly commands: readonly string[];
        readonly corrected: Readonly<Record<string, unknown>>;
    }[] = [
        {
            title: "put the user's own values right",
            broken: {
                hostname: "https://audio.acme.de/",
                rolesClaim: "role",
                logRetentionDays: 13,
            },
            commands: [
                "config set hostname audio.acme.de",
                "config set rolesClaim roles",
                "config set logRetentionDays 14",
            ],
            corrected: { hostname: "audio.acme.de", rolesClaim: "roles", logRetentionDays: "14" },
        },
        {
            title: "put fields of users right, and quote what YAML reads as something else",
            broken: {
                users: [
                    { ...anna, username: 4711, email: " anna@example.com" },
                    { ...ben, preferredUsername: true, roles: ["manager"] },
                ],
            },
            commands: [
                "config set --path 'users[0].email' anna@example.com",
                "config set --path --type string 'users[0].username' 4711",
                "config set --path --type string 'users[1].preferredUsername' true",
                "config set --path 'users[1].roles[0]' flexai-manager",
            ],
            corrected: {
                users: [
                    { ...anna, username: "4711" },
                    { ...ben, preferredUsername: "true", roles: ["flexai-manager"] },
                ],
            },
        },
        {
            title: "set a boolean in a user",
            broken: { users: [{ ...anna, enabled: "no" }] },
            commands: ["config set --path 'users[0].enabled' false"],
            // Where a string was, the CLI writes a string.
            corrected: { users: [{ ...anna, enabled: "false" }] },
        },
        {
            title: "remove a password of a user",
            broken: { users: [{ ...anna, password: "hunter2" }, ben] },
            commands: ["config rm --path 'users[0].password'"],
            corrected: { users: [anna, ben] },
        },
        {
            title: "set entries of lists",
            broken: { roles: ["flexai-manager", "flexai editor"], defaultRoles: ["Flexai-Editor"] },
            commands: [
                "config set --path 'roles[1]' flexai-editor",
                "config set --path 'defaultRoles[0]' 'flexai editor'",
            ],
            corrected: {
                roles: ["flexai-manager", "flexai-editor"],
                defaultRoles: ["flexai-editor"],
            },
        },
        {
            title: "remove a list without entries, so that the default holds",
            broken: { roles: [] },
            commands: ["config rm roles"],
            corrected: {},
        },
        {
            title: "put region and accounts right",
            broken: { "aws:region": "eu-central", "aws:allowedAccountIds": [123456789012] },
            commands: [
                "config set aws:region eu-central-1",
                "config set --path --type string 'aws:allowedAccountIds[0]' 123456789012",
            ],
            corrected: { "aws:region": "eu-central-1", "aws:allowedAccountIds": ["123456789012"] },
        },
        {
            title: "leave one of several accounts",
            broken: { "aws:allowedAccountIds": ["210987654321", "123456789012", "012345678901"] },
            commands: [2, 0].map(
                (index) => `config rm --path 'aws:allowedAccountIds[${String(index)}]'`,
            ),
            corrected: { "aws:allowedAccountIds": ["123456789012"] },
        },
        {
            title: "write a list of accounts in place of a number",
            broken: { "aws:allowedAccountIds": 123456789012 },
            commands: ["config set --path --type string 'aws:allowedAccountIds[0]' 123456789012"],
            corrected: { "aws:allowedAccountIds": ["123456789012"] },
        },
    ];
    const stack = useStack("dev", {});

    for (const { title, broken, commands, corrected } of corrections) {
        it(title, async () => {
            stack.configureAlone({ hostname: "flexai", ...broken });
            const { output } = await refused(stack.preview());
            expect(printedCommands(output)).to.deep.equal(commands.map((line) => `pulumi ${line}`));
            await correct(stack, output);
            expect(stack.configuration()).to.deep.include(withNamespace(corrected));
        });
    }
});

function printedCommands(output: string): string[] {
    const lines = [...output.matchAll(/Run: (pulumi config .*)$/gm)].map(([, line = ""]) => line);
    return [...new Set(lines)];
}

/** Runs the commands until the configuration is accepted, because one problem may hide another. */
async function correct(stack: EngineStack, firstOutput: string): Promise<void> {
    let output = firstOutput;
    for (let round = 0; round < 4; round++) {
        for (const command of printedCommands(output)) await stack.run(command);
        const preview = await stack.preview();
        if (preview.refusal === undefined) return;
        output = preview.output;
    }
    throw new Error(`The commands lead nowhere:\n${output}`);
}

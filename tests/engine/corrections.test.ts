import { expect } from "chai";

import type { EngineStack } from "./support/engineStack";
import { useStack } from "./support/hooks";
import { refused } from "./support/outcome";
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
                "config set --stack dev hostname audio.acme.de",
                "config set --stack dev rolesClaim roles",
                "config set --stack dev logRetentionDays 14",
            ],
            corrected: { hostname: "audio.acme.de", rolesClaim: "roles", logRetentionDays: "14" },
        },
        {
            title: "set entries of lists",
            broken: { roles: ["flexai-manager", "flexai editor"], defaultRoles: ["Flexai-Editor"] },
            commands: [
                "config set --stack dev --path 'roles[1]' flexai-editor",
                "config set --stack dev --path 'defaultRoles[0]' 'flexai editor'",
            ],
            corrected: {
                roles: ["flexai-manager", "flexai-editor"],
                defaultRoles: ["flexai-editor"],
            },
        },
        {
            title: "write a list in place of a string",
            broken: { otherHostnames: "a.lan, https://b.lan/" },
            commands: [
                "config set --stack dev --path 'otherHostnames[0]' a.lan",
                "config set --stack dev --path 'otherHostnames[1]' b.lan",
            ],
            corrected: { otherHostnames: ["a.lan", "b.lan"] },
        },
        {
            title: "remove a list without entries, so that the default holds",
            broken: { roles: [] },
            commands: ["config rm --stack dev roles"],
            corrected: {},
        },
        {
            title: "put region and accounts right",
            broken: { "aws:region": "eu-central", "aws:allowedAccountIds": [123456789012] },
            commands: [
                "config set --stack dev aws:region eu-central-1",
                "config set --stack dev --path --type string 'aws:allowedAccountIds[0]' 123456789012",
            ],
            corrected: { "aws:region": "eu-central-1", "aws:allowedAccountIds": ["123456789012"] },
        },
        {
            title: "leave one of several accounts",
            broken: { "aws:allowedAccountIds": ["210987654321", "123456789012", "012345678901"] },
            commands: [2, 0].map(
                (index) => `config rm --stack dev --path 'aws:allowedAccountIds[${String(index)}]'`,
            ),
            corrected: { "aws:allowedAccountIds": ["123456789012"] },
        },
        {
            title: "write a list of accounts in place of a number",
            broken: { "aws:allowedAccountIds": 123456789012 },
            commands: [
                "config set --stack dev --path --type string 'aws:allowedAccountIds[0]' 123456789012",
            ],
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
    const lines = [...output.matchAll(/^ +(pulumi config .*)$/gm)].map(([, line = ""]) => line);
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

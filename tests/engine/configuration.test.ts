import { expect } from "chai";

import { EngineStack, withNamespace } from "./support/engineStack";
import { refused } from "./support/outcome";
import { anna, ben, clara } from "./support/people";

describe("A configuration that is refused", () => {
    let stack: EngineStack;
    beforeEach(async () => {
        stack = await EngineStack.create("dev");
    });
    afterEach(() => {
        expect(stack.aws.calls, "what reached AWS").to.be.empty;
        stack.dispose();
    });

    for (const [key, value, type] of [
        ["deletionProtection", "maybe", "boolean"],
        ["logRetentionDays", "long", "integer"],
        ["users", "anna", "array<object>"],
        ["roles", "flexai-user", "array<string>"],
    ] as const) {
        it(`is told by Pulumi itself that ${key} '${value}' is of the wrong type`, async () => {
            stack.configure({ hostname: "flexai", [key]: value });
            const { output, steps } = await refused(stack.up());
            expect(output).to.include(`configuration key '${key}' must be of type '${type}'`);
            expect(steps).to.be.empty;
        });
    }

    it("names the command for a missing host name, and shows no stack trace", async () => {
        const { output, steps } = await refused(stack.up());
        expect(output).to.include(
            "- 'flexai-oidc:hostname' is missing: the host name of flexAI, such as" +
                " flexai.example.com. Run: pulumi config set hostname flexai.example.com\n",
        );
        expect(output).not.to.match(/^\s+at /m);
        expect(output).not.to.include("Unhandled");
        expect(steps).to.be.empty;
    });

    it("tells every problem in one message", async () => {
        stack.configure({ logRetentionDays: 13, defaultRoles: ["king"], hostnmae: "flexai" });
        const { output } = await refused(stack.up());
        const message = output.slice(output.indexOf("is refused:"));
        for (const key of ["hostname", "logRetentionDays", "defaultRoles[0]", "hostnmae"]) {
            expect(message).to.include(`- 'flexai-oidc:${key}' `);
        }
        expect(output).not.to.match(/^\s+at /m);
    });
});

describe("The commands that a refusal prints", () => {
    const remedies: readonly {
        readonly title: string;
        readonly broken: Readonly<Record<string, unknown>>;
        readonly commands: readonly string[];
        readonly mended: Readonly<Record<string, unknown>>;
    }[] = [
        {
            title: "set a missing and a misspelt setting, and remove an unknown one",
            broken: {
                hostname: undefined,
                rolesClaim: "role",
                logRetentionDays: 13,
                hostnmae: "x",
            },
            commands: [
                "config set hostname flexai.example.com",
                "config set rolesClaim https://flexai.de/roles",
                "config set logRetentionDays 365",
                "config rm hostnmae",
            ],
            mended: {
                hostname: "flexai.example.com",
                rolesClaim: "https://flexai.de/roles",
                logRetentionDays: "365",
            },
        },
        {
            title: "set fields of users that are there, missing and empty",
            broken: {
                users: [
                    { ...anna, email: "anna" },
                    { ...ben, username: "", roles: ["king"] },
                    { username: "clara", preferredUsername: "" },
                ],
            },
            commands: [
                "config set --path 'users[0].email' anna@example.com",
                "config set --path 'users[1].username' anna",
                "config set --path 'users[1].roles[0]' flexai-user",
                "config set --path 'users[2].email' anna@example.com",
                "config set --path 'users[2].preferredUsername' Anna",
            ],
            // The examples are one person's: that the second repeats the first is told next.
            mended: { users: [anna] },
        },
        {
            title: "set a truth value in a user",
            broken: { users: [{ ...anna, enabled: "yes" }] },
            commands: ["config set --path 'users[0].enabled' true"],
            // Where a text was, the CLI writes a text.
            mended: { users: [{ ...anna, enabled: "true" }] },
        },
        {
            title: "remove unknown fields of a user and users that repeat another",
            broken: { users: [{ ...anna, colour: "red" }, ben, { ...clara, username: "BEN" }] },
            commands: ["config rm --path 'users[0].colour'", "config rm --path 'users[2]'"],
            mended: { users: [anna, ben] },
        },
        {
            title: "remove entries of a list, of which the first shifts the second",
            broken: { roles: ["a", "a", "b", "b"] },
            commands: ["config rm --path 'roles[1]'", "config rm --path 'roles[3]'"],
            // A person removes the second after the first: what is wrong then is told again.
            mended: { roles: ["a", "b"] },
        },
        {
            title: "set entries of lists",
            broken: { roles: ["flexai-manager", "flexai editor"], defaultRoles: ["king"] },
            commands: [
                "config set --path 'roles[1]' flexai-user",
                "config set --path 'defaultRoles[0]' 'flexai editor'",
            ],
            mended: { roles: ["flexai-manager", "flexai-user"], defaultRoles: ["flexai-user"] },
        },
        {
            title: "remove a list without entries, so that the default holds",
            broken: { roles: [] },
            commands: ["config rm roles"],
            mended: {},
        },
        {
            title: "set the region",
            broken: { "aws:region": "cn-north-1" },
            commands: ["config set aws:region eu-central-1"],
            mended: { "aws:region": "eu-central-1" },
        },
    ];
    let stack: EngineStack;
    beforeEach(async () => {
        stack = await EngineStack.create("dev");
        stack.configure({ hostname: "flexai" });
    });
    afterEach(() => {
        stack.dispose();
    });

    for (const { title, broken, commands, mended } of remedies) {
        it(title, async () => {
            stack.configure(broken);
            const { output } = await refused(stack.preview());
            expect(printedCommands(output)).to.deep.equal(commands.map((line) => `pulumi ${line}`));
            await mend(stack, output);
            expect(stack.configuration()).to.deep.include(withNamespace(mended));
        });
    }
});

function printedCommands(output: string): string[] {
    const lines = [...output.matchAll(/Run: (pulumi config .*)$/gm)].map(([, line = ""]) => line);
    return [...new Set(lines)];
}

/** Does as told until the configuration is accepted, for a mended setting may show another problem. */
async function mend(stack: EngineStack, firstOutput: string): Promise<void> {
    let output = firstOutput;
    for (let round = 0; round < 4; round++) {
        for (const command of printedCommands(output)) await stack.run(command);
        const preview = await stack.preview();
        if (preview.refusal === undefined) return;
        output = preview.output;
    }
    throw new Error(`The commands lead nowhere:\n${output}`);
}

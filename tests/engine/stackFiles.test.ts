import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { projectConfig } from "../../local/program/projectConfig";
import { oddStackFiles, valuesLike } from "../support/oddStackFiles";
import { EngineStack } from "./support/engineStack";

describe("A stack file in a rare form", () => {
    let stack: EngineStack;
    let folder: string;
    before(async () => {
        stack = await EngineStack.create("dev");
        folder = join(stack.folder, "project");
        writeFileSync(join(folder, "Pulumi.yaml"), "name: flexai-oidc\nruntime: nodejs\n");
    });
    after(() => {
        stack.dispose();
    });

    for (const [what, { file, config }] of Object.entries(oddStackFiles)) {
        it(`is read by the CLI as recorded: ${what}`, async () => {
            writeFileSync(join(folder, "Pulumi.dev.yaml"), file);
            // Its warnings come on the other stream.
            const command = "pulumi config --json --stack dev 2>&-";
            if (config === undefined) {
                await stack.refusal(command);
                return;
            }
            const settings = JSON.parse(await stack.run(command)) as Record<
                string,
                { value: string }
            >;
            const values = Object.entries(settings).map(([name, { value }]) => [name, value]);
            expect(
                valuesLike(config, Object.fromEntries(values) as Record<string, string>),
            ).to.deep.equal(config);
        });
    }

    it("loses a list that is a string of JSON to --path, which the program therefore never prints", async () => {
        writeFileSync(join(folder, "Pulumi.dev.yaml"), "config: {}\n");
        await stack.run(`pulumi config set roles '["a","b"]'`);
        expect(stack.configuration()).to.deep.equal({ "flexai-oidc:roles": '["a","b"]' });
        await stack.run("pulumi config set --path 'roles[1]' c");
        expect(stack.configuration()).to.deep.equal({ "flexai-oidc:roles": [null, "c"] });
    });

    it("is known to npm start as encrypted when the CLI has encrypted it", async () => {
        writeFileSync(join(folder, "Pulumi.dev.yaml"), "config: {}\n");
        await stack.run("pulumi config set --secret alarmEmail anna@example.com");
        await stack.run("pulumi config set --secret --path 'users[0].email' anna@example.com");
        const { config, encrypted } = projectConfig("dev", {}, folder);
        expect(encrypted).to.deep.equal(["flexai-oidc:alarmEmail", "flexai-oidc:users[0].email"]);
        expect(config).to.deep.equal({
            "flexai-oidc:alarmEmail": "sample-1@example.com",
            "flexai-oidc:users": '[{"email":"sample-2@example.com"}]',
        });
    });
});

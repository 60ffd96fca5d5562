import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { pasted, stackFile, yamlBlocks } from "../support/yamlBlocks";
import { EngineStack } from "./support/engineStack";
import { accepted } from "./support/outcome";
import { projectFolder } from "./support/program";

describe("A block of YAML in the documents, pasted into the stack file that the CLI has left", () => {
    let stack: EngineStack;
    let path: string;
    let left: string;

    before(async () => {
        stack = await EngineStack.create("prod");
        path = join(stack.folder, "project", "Pulumi.prod.yaml");
        await stack.run("pulumi stack rm prod --yes");
        writeFileSync(path, readFileSync(join(projectFolder, "Pulumi.prod.yaml")));
        await stack.run("pulumi stack init prod");
        await stack.run("pulumi config set hostname flexai.example.com");
        await stack.run(
            "pulumi config set --path --type string 'aws:allowedAccountIds[0]' 123456789012",
        );
        left = readFileSync(path, "utf8");
    });
    after(() => {
        stack.dispose();
    });

    it("goes into the file into which npm test pastes it", () => {
        const withoutSalt = (file: string) => file.replace(/^encryptionsalt: .*\n/m, "");
        expect(withoutSalt(left)).to.equal(withoutSalt(stackFile));
    });

    for (const block of yamlBlocks) {
        it(`is read by the CLI: ${block.place}`, async () => {
            writeFileSync(path, pasted(block, left));
            const output = await stack.run("pulumi config --json --stack prod");
            expect(output).to.include('"flexai-oidc:hostname"');
        });
    }

    it("is deployed: the first user of docs/deploy.md", async () => {
        const block = yamlBlocks.find(({ place }) => place.startsWith("docs/deploy.md"));
        writeFileSync(path, block ? pasted(block, left) : "");
        const { steps } = await accepted(stack.preview());
        expect(steps).to.include("create User anna");
    });
});

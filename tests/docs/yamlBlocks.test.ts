import { load } from "js-yaml";

import { expect } from "chai";

import { problems } from "../support/configuration";
import type { Overrides } from "../support/program";
import { pasted, stackFile, type YamlBlock, yamlBlocks } from "../support/yamlBlocks";

/** The settings of a file after a block was pasted into it. */
const settings = (block: YamlBlock) =>
    (load(pasted(block, stackFile)) as { readonly config: Overrides }).config;

describe("A block of YAML in the documents", () => {
    it("is found in every document that has some, nested ones included", () => {
        const places = yamlBlocks.map(({ place }) => place.replace(/:.*/, ""));
        expect(places).to.include.members(["README.md", "docs/deploy.md", "docs/users.md"]);
    });

    for (const block of yamlBlocks) {
        it(`${block.place} can be pasted, and the program accepts the file`, async () => {
            const found = await problems(settings(block));
            // The images of an example are not there.
            expect(found.filter((problem) => !/ value '\.\/\S+' is not there, /.test(problem))).to
                .be.empty;
        });

        it(`${block.place} has no setting of a file twice, and all that a whole file needs`, () => {
            const keys = Object.keys(settings(block)).map((key) => key.replace("flexai-oidc:", ""));
            expect(keys).to.deep.equal([...new Set(keys)]);
            expect(keys).to.include.members(["hostname", "aws:region", "aws:allowedAccountIds"]);
        });
    }
});

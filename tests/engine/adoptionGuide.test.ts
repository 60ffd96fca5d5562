import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { EngineStack } from "./support/engineStack";
import { place } from "./support/existingPool";
import { documentedPool } from "./support/existingPools";
import { accepted } from "./support/outcome";
import { projectFolder } from "./support/program";

describe("The preview in docs/adopting.md", () => {
    it("is what Pulumi prints, line by line", async () => {
        const guide = readFileSync(join(projectFolder, "docs", "adopting.md"), "utf8");
        const [, block = ""] = /adoptionGuide\.test\.ts.*?```\n(.*?)```/s.exec(guide) ?? [];
        // The guide breaks long commands, as a shell lets it.
        const documented = lines(block.replace(/ \\\n/g, " "));
        expect(documented).to.have.length.above(15);

        const stack = await EngineStack.create("prod");
        try {
            place(stack.aws.store, documentedPool);
            stack.configure({
                hostname: "flexai.example.com",
                existingUserPoolId: documentedPool.id,
            });
            const { output } = await accepted(stack.preview());
            // Progress repeats warnings, or their number, behind a resource's name.
            const steps = lines(output).filter(
                (line) => /^([+~=] |\d+ changes$)/.test(line) && !line.includes(" warning"),
            );
            const [, warnings = ""] = /^Diagnostics:\n.*\n([^]*?)\n\n/m.exec(output) ?? [];
            expect([...steps, ...lines(warnings)]).to.have.members(documented);
        } finally {
            stack.dispose();
        }
    });
});

function lines(output: string): string[] {
    return output
        .split("\n")
        .map((line) => line.trim().replace(/ +/g, " "))
        .filter((line) => line !== "");
}

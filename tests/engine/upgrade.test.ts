import { readdirSync } from "node:fs";

import { expect } from "chai";

import { useMade } from "./support/hooks";
import { accepted } from "./support/outcome";
import { restore } from "./support/recordedState";
import { recordedStacks, statesFolder } from "./support/recordedStacks";

const versions = readdirSync(statesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** The last release, whose stacks this program leaves as they are: nothing that is deployed has changed. */
const released = "0.2.0";

for (const version of versions) {
    for (const [name, recorded] of Object.entries(recordedStacks)) {
        describe(`The upgrade of stack '${name}' from version ${version}`, () => {
            const stack = useMade(() => restore(version, name, recorded));
            let held: object[];
            let outputs: Readonly<Record<string, unknown>>;
            before(async () => {
                held = inAws();
                outputs = await stack.outputs();
            });

            /** What AWS holds, by what an update cannot change. */
            const inAws = () =>
                stack.aws.store.all().map(({ type, id, outputs }) => ({ type, id, outputs }));

            it("creates and updates, and replaces and deletes nothing in AWS", async () => {
                const { steps } = await accepted(stack.up());
                expect(steps.filter((step) => !/^(create|update) /.test(step))).to.deep.equal([]);
                if (version === released) expect(steps).to.be.empty;
                expect(inAws()).to.include.deep.members(held);
                const operations = stack.aws.calls.map(({ operation }) => operation);
                expect(operations).not.to.include("delete");
            });

            it("keeps every output that flexAI may be configured with", async () => {
                const { flexaiConfig: oldConfig, ...old } = outputs;
                const { flexaiConfig, ...present } = await stack.outputs();
                expect({ ...present, ...old }).to.deep.equal(present);
                expect(parameters(flexaiConfig)).to.include.members(parameters(oldConfig));
            });

            it("leaves nothing to do, and nothing that a refresh finds", async () => {
                await accepted(stack.refresh());
                await accepted(stack.preview({ expectNoChanges: true }));
            });
        });
    }
}

/** The lines of a configuration file whose comments and order may change. */
function parameters(config: unknown): string[] {
    return String(config)
        .split("\n")
        .filter((line) => /^[A-Z]/.test(line));
}

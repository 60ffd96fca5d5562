import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { load } from "js-yaml";

import type { Overrides } from "../support/program";
import type { AwsStore } from "./provider/awsStore";
import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { useDeployedStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { anna } from "./support/people";
import { projectFolder } from "./support/program";
import {
    prepareForChanges,
    type SettingChange,
    settingChanges,
    testedElsewhere,
} from "./support/settingChanges";

describe("Every setting that Pulumi.yaml declares", () => {
    it("is changed on a deployed stack, here or in a file of its own", () => {
        const project = load(readFileSync(join(projectFolder, "Pulumi.yaml"), "utf8"));
        const { config } = project as { config: object };
        const tested = [...Object.keys(settingChanges), ...Object.keys(testedElsewhere)];
        expect(tested).to.have.members(Object.keys(config));
        for (const file of Object.values(testedElsewhere)) {
            expect(existsSync(join(__dirname, file)), file).to.equal(true);
        }
    });
});

describeChanges(
    "a protected stack",
    { hostname: "flexai", users: [anna] },
    prepareForChanges,
    Object.entries(settingChanges),
);
describeChanges(
    "a protected stack with an existing pool",
    { hostname: "flexai", existingUserPoolId: manualPool.id },
    (store) => place(store, manualPool),
    Object.entries(settingChanges).filter(([, { worksWithExistingPool }]) => worksWithExistingPool),
);

/**
 * Sets each setting on top of those before it, and takes them back in reverse. That an update does
 * these steps and no other shows as well that the one before it left nothing to do.
 */
function describeChanges(
    title: string,
    settings: Overrides,
    prepare: (store: AwsStore) => unknown,
    changes: readonly (readonly [key: string, change: SettingChange])[],
): void {
    describe(`The settings of ${title}`, () => {
        const stack = useDeployedStack("prod", settings, prepare);
        let now: string;
        /** What there was before each setting. */
        const history: string[] = [];
        before(async () => {
            now = await held();
        });

        /** What AWS holds, without the ids, since a style is replaced, and the outputs. */
        const held = async () => {
            const inputs = stack.aws.store
                .all()
                .map((one) => JSON.stringify([one.type, one.inputs]));
            return [...inputs.sort(), JSON.stringify(await stack.outputs())].join("\n");
        };

        /** Sets the key, and expects exactly these steps and a call of AWS for each; returns what is said. */
        async function apply(key: string, value: unknown, steps: readonly string[]) {
            const calls = stack.aws.calls.length;
            stack.configure({ [key]: value });
            const { words, steps: done } = await accepted(stack.up());
            expect(done).to.deep.equal(steps);
            // A replacement is a creation and a deletion.
            const calling = steps.filter((step) => !step.startsWith("replace "));
            expect(stack.aws.calls.slice(calls)).to.have.lengthOf(calling.length);
            now = await held();
            const said = words.match(/AWS now asks \S+|'\S+', the highest role/g);
            return [...new Set(said)];
        }

        it("are announced by one preview as the sum of their steps", async () => {
            const steps = new Set<string>();
            for (const [key, { values }] of changes) {
                const [value, ...announced] = values[0];
                stack.configure({ [key]: value });
                for (const step of announced) steps.add(step);
            }
            expect((await accepted(stack.preview())).steps).to.deep.equal([...steps].sort());
            stack.configureAlone(settings);
        });

        for (const [key, { values, says }] of changes) {
            for (const [index, [value, ...steps]] of values.entries()) {
                it(`change ${key} to ${JSON.stringify(value)} by what belongs to it alone`, async () => {
                    const before = now;
                    if (index === 0) history.push(before);
                    expect(await apply(key, value, steps)).to.deep.equal(says ? [says(value)] : []);
                    expect(now).not.to.equal(before);
                });
            }
        }

        it("leave nothing to do, after a refused destroy and a refresh either", async () => {
            const calls = stack.aws.calls.length;
            await refused(stack.destroy());
            expect(stack.aws.calls).to.have.lengthOf(calls);
            await accepted(stack.preview({ expectNoChanges: true }));
            await accepted(stack.refresh());
            await accepted(stack.preview({ expectNoChanges: true }));
        });

        for (const [key, { back }] of [...changes].reverse()) {
            if (!back) continue;
            it(`lose ${key} again, and nothing is left of it`, async () => {
                expect(await apply(key, settings[key], back)).to.deep.equal([]);
                expect(now).to.equal(history.pop());
            });
        }

        it("leave nothing to do at the end", async () => {
            await accepted(stack.preview({ expectNoChanges: true }));
        });
    });
}

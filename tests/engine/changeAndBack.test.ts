import { expect } from "chai";

import { EngineStack } from "./support/engineStack";
import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

/** A setting that a deployed stack gets and loses again. */
interface Change {
    readonly values: readonly unknown[];
    /** The only resource that it is about. */
    readonly resource: string;
    readonly worksWithExistingPool: boolean;
}

const changes: Readonly<Record<string, Change>> = {
    otherHostnames: {
        values: [["flexai.lan:8443", "10.0.0.5"], ["10.0.0.5"]],
        resource: "UserPoolClient",
        worksWithExistingPool: true,
    },
    invitation: {
        values: [{ message: "{url} {username} {####}" }, { subject: "flexAI" }],
        resource: "UserPool",
        worksWithExistingPool: false,
    },
};

for (const [key, { values, resource, worksWithExistingPool }] of Object.entries(changes)) {
    for (const existing of worksWithExistingPool ? [false, true] : [false]) {
        describe(`${key} of ${existing ? "a stack with an existing pool" : "a protected stack"}`, () => {
            let stack: EngineStack;
            before(async () => {
                stack = await EngineStack.create("prod");
                if (existing) place(stack.aws.store, manualPool);
                stack.configure({
                    hostname: "flexai.example.com",
                    ...(existing ? { existingUserPoolId: manualPool.id } : { users: [anna] }),
                });
                await accepted(stack.up());
            });
            after(() => {
                stack.dispose();
            });

            it("is set, changed and taken back in place, and leaves nothing behind", async () => {
                const held = () => JSON.stringify(stack.aws.store.all());
                const before = held();
                for (const value of [...values, undefined]) {
                    const calls = stack.aws.calls.length;
                    stack.configure({ [key]: value });
                    const { steps } = await accepted(stack.up());
                    expect(steps).to.deep.equal([`update ${resource} flexai`]);
                    expect(stack.aws.calls.slice(calls)).to.have.lengthOf(1);
                    if (value !== undefined) expect(held()).not.to.equal(before);
                }
                expect(held()).to.equal(before);
                await accepted(stack.preview({ expectNoChanges: true }));
            });
        });
    }
}

import { expect } from "chai";

import { EngineStack } from "./support/engineStack";
import { place } from "./support/existingPool";
import { customDomainPool, manualPool } from "./support/existingPools";
import { useDeployedStack, useStack, useUnharmedPool } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { expectTrigger, expectUnharmed } from "./support/unharmed";

const { id } = manualPool;

/** Expects that up, which runs without a preview, is refused and touches nothing. */
async function expectRefused(stack: EngineStack, reason: string): Promise<void> {
    const held = structuredClone(stack.aws.store.all());
    const calls = stack.aws.calls.length;
    const state = await stack.run("pulumi stack export");
    const { words, steps } = await refused(stack.up());
    expect(words).to.include(reason);
    expect(steps).to.be.empty;
    expect(stack.aws.calls).to.have.lengthOf(calls);
    expect(stack.aws.store.all()).to.deep.equal(held);
    expect(resources(await stack.run("pulumi stack export"))).to.have.deep.members(
        resources(state),
    );
}

function resources(state: string): unknown[] {
    const { deployment } = JSON.parse(state) as {
        deployment: { resources: { urn: string; id?: string }[] };
    };
    return deployment.resources.map(({ urn, id: resourceId }) => [urn, resourceId]);
}

describe("A stack with a pool of its own, which nothing protects", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai" }, (store) => {
        place(store, manualPool);
    });

    it("is not given another one's", async () => {
        stack.configure({ existingUserPoolId: id });
        await expectRefused(stack, "but this stack has a user pool of its own");
    });

    it("goes on with its own by the command that the refusal prints", async () => {
        await stack.run("pulumi config rm existingUserPoolId");
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});

describe("A stack that has taken over a pool", () => {
    const stack = useDeployedStack(
        "dev",
        { hostname: "flexai", existingUserPoolId: id },
        (store) => {
            place(store, manualPool);
            place(store, customDomainPool);
        },
    );

    it("does not leave it for a new one when the key is removed", async () => {
        stack.configure({ existingUserPoolId: undefined });
        await expectRefused(stack, `but this stack has taken over the user pool ${id}`);
    });

    it("does not leave it for another one", async () => {
        stack.configure({ existingUserPoolId: customDomainPool.id });
        await expectRefused(stack, `but this stack has taken over the user pool ${id}`);
    });

    it("goes on with it by the command that the refusal prints", async () => {
        await stack.run(`pulumi config set existingUserPoolId ${id}`);
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});

describe("A first deployment into an existing pool that fails in the middle", () => {
    for (const { title, broken, switched } of [
        {
            title: "before the pool is reached",
            broken: (stack: EngineStack) => {
                stack.aws.failure = (type) =>
                    type.endsWith(":Permission") ? "ServiceException" : undefined;
                return () => {
                    stack.aws.failure = () => undefined;
                };
            },
            switched: false,
        },
        {
            title: "when the pool is to be changed",
            broken: (stack: EngineStack) => {
                stack.aws.failure = (type, _name, operation) =>
                    operation === "update" && type.endsWith(":UserPool")
                        ? "TooManyRequestsException"
                        : undefined;
                return () => {
                    stack.aws.failure = () => undefined;
                };
            },
            switched: true,
        },
        {
            title: "after the pool is changed",
            broken: (stack: EngineStack) => {
                stack.aws.failure = (type) =>
                    type.endsWith(":UserPoolClient") ? "LimitExceededException" : undefined;
                return () => {
                    stack.aws.failure = () => undefined;
                };
            },
            switched: false,
        },
    ]) {
        describe(title, () => {
            const stack = useStack("dev", { hostname: "flexai", existingUserPoolId: id });
            useUnharmedPool(stack, manualPool);
            let restore: () => void;
            before(async () => {
                restore = broken(stack);
                await refused(stack.up());
            });

            if (switched) {
                it("stays with the pool, whatever the key says then", async () => {
                    stack.configure({ existingUserPoolId: undefined });
                    await expectRefused(stack, `but this stack has taken over the user pool ${id}`);
                    stack.configure({ existingUserPoolId: customDomainPool.id });
                    await expectRefused(stack, `but this stack has taken over the user pool ${id}`);
                    stack.configure({ existingUserPoolId: id });
                });
            }

            it("is completed by the next up with a refresh, which creates nothing twice", async () => {
                restore();
                await accepted(stack.up({ refresh: true }));
                expectTrigger(stack.aws.store, id);
                // Ours beside the one that the pool had.
                expect(stack.aws.store.all("UserPoolClient")).to.have.lengthOf(2);
                await accepted(stack.preview({ expectNoChanges: true }));
            });
        });
    }

    it("leaves the pool when it is taken back instead", async () => {
        const stack = await EngineStack.create("dev");
        try {
            const before = place(stack.aws.store, manualPool);
            stack.configure({ hostname: "flexai", existingUserPoolId: id });
            stack.aws.failure = (type) =>
                type.endsWith(":UserPoolClient") ? "LimitExceededException" : undefined;
            await refused(stack.up());
            await accepted(stack.destroy());
            expectUnharmed(stack.aws.store, before);
            expectTrigger(stack.aws.store, id);
        } finally {
            stack.dispose();
        }
    });
});

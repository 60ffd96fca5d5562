import { expect } from "chai";

import type { EngineStack } from "./support/engineStack";
import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { useDeployedStack, useStack, useUnharmedPool } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { expectTrigger } from "./support/unharmed";

const { id } = manualPool;
const pool = "aws:cognito/userPool:UserPool";

function inputs(stack: EngineStack): Record<string, unknown> {
    const held = stack.aws.store.find(pool, id);
    if (!held) throw new Error(`There is no pool ${id}.`);
    return held.inputs;
}

describe("A pool that was taken over and that its team goes on changing", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai", existingUserPoolId: id }, (store) =>
        place(store, manualPool),
    );

    it("keeps the team's change when something else is deployed, without a refresh", async () => {
        inputs(stack).passwordPolicy = { minimumLength: 20 };
        stack.configure({ hostname: "flexai.example.com", rolesClaim: "roles" });
        const { steps } = await accepted(stack.up());
        expect(steps).to.deep.equal([
            "update Function cognito-custom-roles-oidc-flexai",
            "update UserPoolClient flexai",
        ]);
        expect(inputs(stack).passwordPolicy).to.deep.equal({ minimumLength: 20 });
    });

    it("gets a trigger back that was taken off, and keeps the team's changes, after a refresh", async () => {
        delete inputs(stack).lambdaConfig;
        inputs(stack).mfaConfiguration = "OPTIONAL";
        await accepted(stack.refresh());
        const { steps } = await accepted(stack.up());
        expect(steps).to.deep.equal([`update UserPool ${id}`]);
        expectTrigger(stack.aws.store, id);
        expect(inputs(stack)).to.deep.include({
            passwordPolicy: { minimumLength: 20 },
            mfaConfiguration: "OPTIONAL",
        });
    });

    it("is not robbed of another function that took the trigger's place", async () => {
        const ours = inputs(stack).lambdaConfig;
        const lambdaArn = "arn:aws:lambda:eu-central-1:123456789012:function:theirs";
        const theirs = { preTokenGenerationConfig: { lambdaArn, lambdaVersion: "V2_0" } };
        inputs(stack).lambdaConfig = theirs;
        await accepted(stack.refresh());
        const { words } = await refused(stack.up());
        expect(words).to.include(`that is not this stack's, ${lambdaArn}`);
        expect(inputs(stack).lambdaConfig).to.deep.equal(theirs);
        inputs(stack).lambdaConfig = ours;
        await accepted(stack.refresh());
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("keeps the group of a role that is removed, and takes it over again", async () => {
        const roles = ["flexai-manager", "flexai-editor"];
        stack.configure({ roles });
        const { steps } = await accepted(stack.up());
        expect(steps).to.include("delete UserGroup flexai-user");
        expect(
            stack.aws.store.find("aws:cognito/userGroup:UserGroup", `${id}/flexai-user`),
        ).to.be.an("object");
        stack.configure({ roles: [...roles, "flexai-user"] });
        const again = await accepted(stack.up());
        expect(again.steps).to.include("import UserGroup flexai-user");
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is not replaced, even on request", async () => {
        const calls = stack.aws.calls.length;
        const { output } = await refused(stack.up({ replace: [await stack.urn("UserPool")] }));
        expect(output).to.include("may not be replaced");
        expect(stack.aws.calls).to.have.lengthOf(calls);
        expectTrigger(stack.aws.store, id);
    });
});

describe("A pool without a domain that was taken over", () => {
    const stack = useDeployedStack("dev", { hostname: "flexai", existingUserPoolId: id }, (store) =>
        place(store, { ...manualPool, domains: [] }),
    );

    it("keeps the domain that the stack made when its team adds a custom one", async () => {
        const { tokenEndpoint } = await stack.outputs();
        stack.aws.store.create({
            type: "aws:cognito/userPoolDomain:UserPoolDomain",
            id: "auth.example.com",
            inputs: { userPoolId: id, domain: "auth.example.com", managedLoginVersion: 1 },
            outputs: {},
        });
        expect((await accepted(stack.up())).steps).to.be.empty;
        expect(await stack.outputs()).to.include({ tokenEndpoint });
    });
});

describe("A protected stack that has taken over a pool", () => {
    const users = [{ username: "clara", email: "clara@example.com", roles: ["flexai-user"] }];
    const stack = useStack("prod", { hostname: "flexai", existingUserPoolId: id, users });
    useUnharmedPool(stack, manualPool);
    before(async () => {
        await accepted(stack.up());
    });
    afterEach(() => {
        expectTrigger(stack.aws.store, id);
    });

    it("is not deleted, and nothing of it", async () => {
        const calls = stack.aws.calls.length;
        await refused(stack.destroy());
        expect(stack.aws.calls).to.have.lengthOf(calls);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is deleted with the people that it made when the lock is off, and the pool stays", async () => {
        stack.configure({ deletionProtection: false });
        await accepted(stack.up());
        await accepted(stack.destroy());
        const people = stack.aws.store.all("User").map(({ inputs: { username } }) => username);
        expect(people).to.deep.equal(Object.keys(manualPool.users));
    });

    it("takes the pool over again once the trigger that it left is removed", async () => {
        const { words } = await refused(stack.up());
        expect(words).to.include("has a pre token generation trigger that is not this stack's");
        delete inputs(stack).lambdaConfig;
        for (const { type, id: left } of stack.aws.store.all()) {
            if (/:(Function|Permission|Role|RolePolicy|LogGroup)$/.test(type)) {
                stack.aws.store.delete(type, left);
            }
        }
        const { steps } = await accepted(stack.up());
        expect(steps.filter((step) => step.startsWith("import "))).to.deep.equal([
            "import UserGroup flexai-editor",
            "import UserGroup flexai-manager",
            "import UserGroup flexai-user",
            `import UserPool ${id}`,
        ]);
    });
});

import { expect } from "chai";

import { EngineStack } from "./support/engineStack";
import { useDeployedStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { anna, ben } from "./support/people";

describe("A stack with deletion protection", () => {
    const roles = ["flexai-manager", "flexai-editor", "flexai-user"];
    const stack = useDeployedStack("prod", { hostname: "flexai", users: [anna, ben] });

    /** What AWS holds, and the calls since that deleted or replaced. */
    function witness() {
        const calls = stack.aws.calls.length;
        const held = JSON.stringify(stack.aws.store.all());
        return () => {
            const since = stack.aws.calls.slice(calls).map(({ operation }) => operation);
            expect(since).not.to.include("delete");
            return { since, unchanged: JSON.stringify(stack.aws.store.all()) === held };
        };
    }

    for (const command of [
        "pulumi destroy --preview-only",
        "pulumi destroy --yes",
        "pulumi destroy --yes --skip-preview",
    ]) {
        it(`refuses '${command}' before anything in AWS is touched`, async () => {
            const since = witness();
            const refusal = await stack.refusal(`${command} --color never`);
            expect(refusal).to.include("cannot be deleted\n    because it is protected");
            expect(refusal).to.include("pulumi state unprotect");
            expect(since()).to.deep.equal({ since: [], unchanged: true });
        });
    }

    it("has nothing to restore after a refused destroy: state and memberships are as they were", async () => {
        const since = witness();
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal([]);
        expect(since()).to.deep.equal({ since: [], unchanged: true });
    });

    it("refuses to replace the pool, and deletes nothing", async () => {
        const since = witness();
        const { output } = await refused(stack.up({ replace: [await stack.urn("UserPool")] }));
        expect(output).to.match(/unable to replace resource .*UserPool::flexai"\n.*protection/);
        expect(since().unchanged).to.be.true;
    });

    it("refuses to lose a role: the claim may change, group and memberships stay", async () => {
        const since = witness();
        stack.configure({ roles: ["flexai-manager", "flexai-user"], users: [anna, ben] });
        stack.configure({ users: [anna, { ...ben, roles: ["flexai-manager"] }] });
        const { output } = await refused(stack.preview());
        expect(output).to.match(/UserGroup::flexai-editor" cannot be deleted/);
        expect(since()).to.deep.equal({ since: [], unchanged: true });
        stack.configure({ roles, users: [anna, ben] });
    });

    it("refuses to lose a role without a preview too, and the group stays", async () => {
        stack.configure({ roles: ["flexai-manager", "flexai-editor"] });
        const groups = stack.aws.store.all("UserGroup").length;
        const since = witness();
        const { output } = await refused(stack.up());
        expect(output).to.match(/UserGroup::flexai-user" cannot be deleted/);
        // The trigger, which comes first, no longer grants the role; nothing else is changed.
        expect(since().since).to.deep.equal(["update"]);
        expect(stack.aws.store.all("UserGroup")).to.have.lengthOf(groups);
        stack.configure({ roles });
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal(["update Function cognito-custom-roles-oidc-flexai"]);
    });

    it("changes memberships", async () => {
        stack.configure({ users: [anna, { ...ben, roles: ["flexai-user"] }] });
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal([
            "create UserInGroup flexai-user,ben",
            "delete UserInGroup flexai-editor,ben",
        ]);
    });

    it("refuses to lose a user in the preview, before anything in AWS is touched", async () => {
        const since = witness();
        stack.configure({ users: [anna] });
        const { output } = await refused(stack.preview());
        expect(output).to.match(/User::ben" cannot be deleted/);
        expect(since()).to.deep.equal({ since: [], unchanged: true });
    });

    it("refuses to lose a user without a preview, and removes the roles in AWS and state alike", async () => {
        await refused(stack.up());
        expect(stack.aws.store.all("User")).to.have.lengthOf(2);
        expect(stack.aws.store.all("UserInGroup")).to.have.lengthOf(1);
        stack.configure({ users: [anna, { ...ben, roles: [] }] });
        await accepted(stack.preview({ expectNoChanges: true }));
        stack.configure({ users: [anna] });
    });

    it("loses the user after the commands that the refusal prints", async () => {
        const { output } = await refused(stack.up());
        const commands = [...output.matchAll(/`(pulumi state unprotect '[^']+')`/g)];
        expect(commands).to.have.lengthOf(1);
        for (const [, command = ""] of commands) await stack.run(`${command} --yes`);
        await accepted(stack.up());
        expect(stack.aws.store.all("User")).to.have.lengthOf(1);
        expect(stack.aws.store.all("UserInGroup")).to.have.lengthOf(1);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("loses the protection and gets it back by the lock of the pool alone", async () => {
        for (const deletionProtection of [false, true]) {
            await stack.run(`pulumi config set deletionProtection ${String(deletionProtection)}`);
            const up = await accepted(stack.up());
            expect(up.steps).to.deep.equal(["update UserPool flexai"]);
            const expected = deletionProtection ? "ACTIVE" : "INACTIVE";
            expect(stack.aws.store.only("UserPool").inputs.deletionProtection).to.equal(expected);
        }
        await refused(stack.destroy());
    });

    it("is destroyed after the setting is taken back, and leaves nothing", async () => {
        await stack.run("pulumi config set deletionProtection false");
        await accepted(stack.up());
        await accepted(stack.destroy());
        expect(stack.aws.store.all()).to.be.empty;
    });
});

describe("AWS itself", () => {
    it("refuses to delete a pool whose lock Pulumi was told to forget", async () => {
        const stack = await EngineStack.create("prod");
        try {
            stack.configure({ hostname: "flexai" });
            await accepted(stack.up());
            await stack.run("pulumi state unprotect --all --yes");
            const { output } = await refused(stack.destroy());
            expect(output).to.include("deletion protection is activated");
            expect(stack.aws.store.all("UserPool")).to.have.lengthOf(1);
        } finally {
            stack.dispose();
        }
    });
});

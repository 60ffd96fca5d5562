import { expect } from "chai";

import { useStack, useUnharmedPool } from "./support/hooks";
import { federatedPool } from "./support/existingPools";
import { accepted } from "./support/outcome";
import { expectTrigger } from "./support/unharmed";

const { id } = federatedPool;
const role = "flexai-editor::night";

describe("A pool with an identity provider, a further required attribute and '::' in a group", () => {
    const stack = useStack("dev", {
        hostname: "flexai",
        existingUserPoolId: id,
        identityProviders: ["COGNITO", "Studio"],
        roles: ["flexai-manager", role],
    });
    useUnharmedPool(stack, federatedPool);

    it("is taken over with its group, and its provider offered with what that sets", async () => {
        const { steps } = await accepted(stack.up());
        expect(steps.filter((step) => step.startsWith("import "))).to.have.lengthOf(2);
        expectTrigger(stack.aws.store, id);
        const { inputs } = stack.aws.store.only("UserPoolClient");
        expect(inputs.supportedIdentityProviders).to.deep.equal(["COGNITO", "Studio"]);
        expect(inputs.writeAttributes).to.deep.equal([
            "email",
            "preferred_username",
            "name",
            "custom:department",
        ]);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("gets the group 'night', which is not the one that the stack has, imported", async () => {
        stack.aws.store.create({
            type: "aws:cognito/userGroup:UserGroup",
            id: `${id}/night`,
            inputs: { userPoolId: id, name: "night" },
            outputs: {},
        });
        stack.configure({ roles: ["flexai-manager", role, "night"] });
        const { steps } = await accepted(stack.up());
        expect(steps).to.include("import UserGroup night");
    });

    it("offers its own users alone again by an update of the client alone", async () => {
        stack.configure({ identityProviders: undefined });
        const { steps } = await accepted(stack.up());
        expect(steps).to.deep.equal(["update UserPoolClient flexai"]);
        const { supportedIdentityProviders } = stack.aws.store.only("UserPoolClient").inputs;
        expect(supportedIdentityProviders).to.deep.equal(["COGNITO"]);
    });
});

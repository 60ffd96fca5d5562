import { expect } from "chai";

import { type PendingOutputs, stackOutputs } from "../../components/stackOutputs";
import { useStack } from "./support/hooks";
import { accepted, refused } from "./support/outcome";
import { anna, ben } from "./support/people";

describe("A first deployment with a user whose invitation cannot be sent", () => {
    const stack = useStack("prod", { hostname: "flexai", users: [anna, ben] });
    before(async () => {
        // AWS creates the user all the same (boto3 issue 3524).
        stack.aws.failure = (type, name, operation) => {
            if (operation !== "create" || !type.endsWith(":User") || name !== "ben") return;
            const userPoolId = stack.aws.store.only("UserPool").id;
            const inputs = { userPoolId, username: "ben", attributes: { email: ben.email } };
            stack.aws.store.create({ type, id: `${userPoolId}/ben`, inputs, outputs: {} });
            return "CodeDeliveryFailureException: the message could not be delivered";
        };
        await refused(stack.up());
        stack.aws.failure = () => undefined;
    });

    it("has client, domain, style and all outputs", async () => {
        for (const kind of ["UserPoolClient", "UserPoolDomain", "ManagedLoginBranding"]) {
            expect(stack.aws.store.all(kind), kind).to.have.lengthOf(1);
        }
        const outputs = await stack.outputs();
        const { clientSecret } = stack.aws.store.only("UserPoolClient").outputs;
        expect(outputs).to.have.all.keys(stackOutputs({} as PendingOutputs));
        expect(outputs.flexaiConfig).to.include(`OIDC_CLIENT_SECRET=${String(clientSecret)}\n`);
    });

    it("fails again as long as the user is there without Pulumi's knowledge", async () => {
        const { output } = await refused(stack.up());
        expect(output).to.match(/AlreadyExistsException: '\S+\/ben'/);
    });

    it("is completed by an up after the user was deleted in AWS", async () => {
        const { type, id } = stack.aws.store.only("User", { username: "ben" });
        stack.aws.store.delete(type, id);
        await accepted(stack.up());
        expect(stack.aws.store.all("User")).to.have.lengthOf(2);
        expect(stack.aws.store.all("UserInGroup")).to.have.lengthOf(2);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("has its guard from then on: a destroy is refused before anything in AWS is touched", async () => {
        const calls = stack.aws.calls.length;
        await refused(stack.destroy());
        expect(stack.aws.calls).to.have.lengthOf(calls);
    });
});

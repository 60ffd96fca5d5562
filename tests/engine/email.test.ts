import { expect } from "chai";

import { verifiedIdentity } from "./support/emailIdentity";
import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

describe("The sender of a deployed stack's emails", () => {
    const stack = useDeployedStack("prod", { hostname: "flexai", users: [anna] });

    const sender = () => stack.aws.store.only("UserPool").inputs.emailConfiguration;
    const cognitos = { emailSendingAccount: "COGNITO_DEFAULT" };

    it("is Cognito's own without the key, and the stack has no output of an identity", () => {
        expect(sender()).to.deep.equal(cognitos);
        expect(stack.outputs).not.to.have.property("emailIdentityArn");
    });

    for (const [what, status, words] of [
        ["is not there", undefined, "has no identity in this account that may send from it"],
        ["is not verified", "PENDING", "the identity example.com of Amazon SES in eu-central-1"],
    ] as const) {
        it(`is refused by preview and up while the identity ${what}, before anything is changed`, async () => {
            if (status !== undefined) {
                const inputs = { verifiedForSendingStatus: false, verificationStatus: status };
                stack.aws.store.create({ ...verifiedIdentity("example.com"), inputs });
            }
            stack.configure({ email: { from: "flexai@example.com" }, users: [] });
            const calls = stack.aws.calls.length;
            for (const operation of [() => stack.preview(), () => stack.up()]) {
                const { output, refusal } = await operation();
                expect(refusal).not.to.equal(undefined);
                expect(output.replace(/\s+/g, " ")).to.include(words);
            }
            expect(stack.aws.calls).to.have.lengthOf(calls);
            stack.configure({ users: [anna] });
        });
    }

    it("is the configured one once the identity is verified, which the outputs name", async () => {
        stack.aws.store.only("EmailIdentity").inputs.verifiedForSendingStatus = true;
        expect((await accepted(stack.up())).steps).to.deep.equal(["update UserPool flexai"]);
        const sourceArn = "arn:aws:ses:eu-central-1:123456789012:identity/example.com";
        expect(sender()).to.deep.equal({
            emailSendingAccount: "DEVELOPER",
            sourceArn,
            fromEmailAddress: "flexai@example.com",
        });
        expect(stack.outputs.emailIdentityArn).to.deep.equal({ value: sourceArn, secret: false });
        await accepted(stack.refresh());
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is stated to be Cognito's own again without the key, and the output is gone", async () => {
        stack.configure({ email: undefined });
        expect((await accepted(stack.up())).steps).to.deep.equal(["update UserPool flexai"]);
        expect(sender()).to.deep.equal(cognitos);
        expect(stack.outputs).not.to.have.property("emailIdentityArn");
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});

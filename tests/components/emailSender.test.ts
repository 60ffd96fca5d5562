import { expect } from "chai";

import { runComponent } from "../support/component";
import { inputsOf, type Run } from "../support/program";
import { registeredOutputs } from "../support/registrations";

const identityArn = "arn:aws:ses:eu-central-1:123456789012:identity/example.com";
const configurationOf = (run: Run) =>
    inputsOf(run, "aws:cognito/userPool:UserPool").emailConfiguration;
const outputs = () => registeredOutputs().get("flexai-oidc:index:OpenIdProvider::flexai") ?? {};

describe("The user pool's sender of emails", () => {
    it("is stated to be Cognito's own without another, and no output has an identity", async () => {
        expect(configurationOf(await runComponent())).to.deep.equal({
            emailSendingAccount: "COGNITO_DEFAULT",
        });
        expect(outputs()).to.have.property("userPoolId");
        expect(outputs()).not.to.have.property("emailIdentityArn");
    });

    it("is Amazon SES with the sender's identity, address and Reply-To", async () => {
        const emailSender = {
            from: "flexAI <flexai@example.com>",
            replyTo: "desk@example.com",
            identityArn,
        };
        expect(configurationOf(await runComponent({ emailSender }))).to.deep.equal({
            emailSendingAccount: "DEVELOPER",
            sourceArn: identityArn,
            fromEmailAddress: "flexAI <flexai@example.com>",
            replyToEmailAddress: "desk@example.com",
        });
        expect(outputs().emailIdentityArn).to.equal(identityArn);
    });

    it("has no Reply-To unless it is set", async () => {
        const emailSender = { from: "flexai@example.com", identityArn };
        expect(configurationOf(await runComponent({ emailSender }))).to.deep.equal({
            emailSendingAccount: "DEVELOPER",
            sourceArn: identityArn,
            fromEmailAddress: "flexai@example.com",
        });
    });
});

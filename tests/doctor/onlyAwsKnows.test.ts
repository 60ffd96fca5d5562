import { expect } from "chai";

import { onlyAwsKnows } from "../../doctor/checks/onlyAwsKnows";
import { deploymentOf, type Deployment } from "../../doctor/deployment";
import { textReport } from "../../doctor/report";
import { runChecks } from "../../doctor/runner";
import { deployedOutputs } from "./support/deployedOutputs";

const emailIdentityArn = "arn:aws:ses:eu-west-1:123456789012:identity/example.com";
const deployed: Deployment = deploymentOf(deployedOutputs, { stack: "prod" });
const findingsOf = (outputs: Partial<Deployment>) =>
    runChecks(onlyAwsKnows({ ...deployed, ...outputs }));

describe("What only AWS knows", () => {
    it("is nothing of a stack without the settings that it is about", async () => {
        expect(await findingsOf({})).to.deep.equal([]);
    });

    it("is skipped, with the command that shows it", async () => {
        const lines = textReport(await findingsOf({ emailIdentityArn })).split("\n");
        expect(lines).to.deep.equal([
            "skipped  Amazon SES may send mails from example.com: only AWS knows; this",
            "         prints true or false:",
            "           aws sesv2 get-email-identity --region eu-west-1 --email-identity example.com --query VerifiedForSendingStatus",
            "skipped  Amazon SES sends mails to everybody, not to verified addresses alone:",
            "         only AWS knows; this prints true or false:",
            "           aws sesv2 get-account --region eu-west-1 --query ProductionAccessEnabled",
            "",
            "0 passed, 0 failed, 0 warnings, 2 skipped",
            "",
        ]);
    });

    it("quotes an identity for the shell", async () => {
        const [finding] = await findingsOf({
            emailIdentityArn: emailIdentityArn.replace("example", "$(id)"),
        });
        expect(finding)
            .to.have.property("commands")
            .that.deep.equals([
                "aws sesv2 get-email-identity --region eu-west-1 --email-identity '$(id).com'" +
                    " --query VerifiedForSendingStatus",
            ]);
    });

    it("is also whether somebody gets the alarms", async () => {
        const alarmTopicArn = "arn:aws:sns:eu-west-1:123456789012:flexai-alarms-1a2b3c4";
        expect(await findingsOf({ alarmTopicArn })).to.deep.equal([
            {
                name: "the recipient of the alarms has confirmed the subscription",
                outcome: "skipped",
                why: "only AWS knows; this prints true or false:",
                commands: [
                    "aws sns list-subscriptions-by-topic --region eu-west-1 --topic-arn" +
                        ` ${alarmTopicArn} --query` +
                        " 'length(Subscriptions[?starts_with(SubscriptionArn, `\"arn:\"`)]) > `0`'",
                ],
            },
        ]);
    });

    it("is nothing of a try-out", async () => {
        const issuer = "http://localhost:1/pool";
        expect(await findingsOf({ issuer, emailIdentityArn })).to.deep.equal([]);
    });
});

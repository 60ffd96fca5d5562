import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import { inputsOf, type Run } from "../support/program";

const delivery = "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration";
const logGroup = "aws:cloudwatch/logGroup:LogGroup";

describe("The log of mails that Cognito could not send", () => {
    let without: Run;
    let run: Run;
    let userPoolId: string;
    before(async () => {
        without = await runComponent({ users: [anna], logRetentionDays: 30 });
        run = await runComponent({ users: [anna], mailFailureLog: true, logRetentionDays: 30 });
        userPoolId = run.resources.find(({ type }) => type.endsWith(":UserPool"))?.id ?? "";
    });

    it("gets Cognito's errors about mails and nothing else", () => {
        expect(inputsOf(run, delivery)).to.deep.equal({
            userPoolId,
            logConfigurations: [
                {
                    eventSource: "userNotification",
                    logLevel: "ERROR",
                    cloudWatchLogsConfiguration: {
                        logGroupArn: `arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/flexai-oidc/${userPoolId}`,
                    },
                },
            ],
        });
    });

    it("is a log group named after the pool, where AWS may write, kept as long as the trigger's log", () => {
        expect(userPoolId).to.match(/^eu-central-1_\w{9}$/);
        expect(inputsOf(run, logGroup, "flexai-mail-failures")).to.deep.equal({
            name: `/aws/vendedlogs/flexai-oidc/${userPoolId}`,
            retentionInDays: 30,
            tags: { Project: "flexai-oidc", Stack: "prod" },
        });
    });

    it("adds these two and changes nothing else", () => {
        const registered = ({ resources }: Run) =>
            resources.map(({ type, name, inputs }) => JSON.stringify([type, name, inputs])).sort();
        const all = registered(run);
        const others = all.filter(
            (one) => !one.includes(delivery) && !one.includes("flexai-mail-failures"),
        );
        expect(others).to.deep.equal(registered(without));
        expect(all).to.have.lengthOf(others.length + 2);
    });
});

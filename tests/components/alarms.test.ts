import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import { adopt } from "../support/adoption";
import { inputsOf, registration, type Run } from "../support/program";
import { registeredOutputs } from "../support/registrations";

const topicType = "aws:sns/topic:Topic";
const subscriptionType = "aws:sns/topicSubscription:TopicSubscription";
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const topicArn = "arn:aws:sns:eu-central-1:123456789012:flexai-alarms";
const tags = { Project: "flexai-oidc", Stack: "prod" };
const added = [
    [topicType, "flexai-alarms"],
    [subscriptionType, "flexai-alarms"],
    [alarmType, "flexai-alarms-errors"],
    [alarmType, "flexai-alarms-throttles"],
    [alarmType, "flexai-alarms-duration"],
] as const;
const outputs = () => registeredOutputs().get("flexai-oidc:index:OpenIdProvider::flexai") ?? {};

describe("The alarms on the trigger", () => {
    let without: Run;
    let run: Run;
    before(async () => {
        without = await runComponent({ users: [anna] });
        expect(outputs()).not.to.have.property("alarmTopicArn");
        run = await runComponent({ users: [anna], alarmEmail: "ops@example.com" });
        expect(outputs()).to.include({ alarmTopicArn: topicArn });
    });

    it("go to one topic, with AWS's own policy, and one address", () => {
        expect(inputsOf(run, topicType)).to.deep.equal({ tags });
        expect(inputsOf(run, subscriptionType)).to.deep.equal({
            topic: topicArn,
            protocol: "email",
            endpoint: "ops@example.com",
        });
    });

    const common = {
        namespace: "AWS/Lambda",
        dimensions: { FunctionName: "cognito-custom-roles-oidc-flexai" },
        period: 300,
        evaluationPeriods: 1,
        treatMissingData: "notBreaching",
        alarmActions: [topicArn],
        tags,
    };
    for (const [suffix, alarm, words] of [
        [
            "errors",
            {
                metricName: "Errors",
                statistic: "Sum",
                comparisonOperator: "GreaterThanOrEqualToThreshold",
                threshold: 1,
            },
            /cannot sign in.*throws an error or takes longer than 5 seconds/,
        ],
        [
            "throttles",
            {
                metricName: "Throttles",
                statistic: "Sum",
                comparisonOperator: "GreaterThanOrEqualToThreshold",
                threshold: 1,
            },
            /cannot sign in.*runs too many functions at once/,
        ],
        [
            "duration",
            {
                metricName: "Duration",
                statistic: "Maximum",
                comparisonOperator: "GreaterThanThreshold",
                threshold: 4000,
            },
            /may soon be unable.*more than 4 seconds, and Cognito waits for 5/,
        ],
    ] as const) {
        it(`watch its ${alarm.metricName}, say nothing without calls, and what it means with some`, () => {
            const { alarmDescription, ...inputs } = inputsOf(
                run,
                alarmType,
                `flexai-alarms-${suffix}`,
            );
            expect(inputs).to.deep.equal({ ...common, ...alarm });
            expect(alarmDescription).to.match(words);
        });
    }

    it("are added to what is there without them, which stays as it is", () => {
        const registered = ({ resources }: Run) =>
            resources.map(({ type, name, inputs }) => JSON.stringify([type, name, inputs])).sort();
        const all = registered(run);
        const others = all.filter((one) => !/"aws:sns|metricAlarm/.test(one));
        expect(others).to.deep.equal(registered(without));
        expect(all).to.have.lengthOf(others.length + added.length);
    });

    it("of a stack with an existing pool go when the stack goes, unlike its trigger", async () => {
        const adopted = await adopt({}, { alarmEmail: "ops@example.com" });
        expect(adopted.error).to.equal(undefined);
        for (const [type, name] of added) {
            expect(registration(adopted, type, name)).to.include({
                protect: false,
                retainOnDelete: false,
            });
        }
    });
});

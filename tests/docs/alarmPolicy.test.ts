import { expect } from "chai";

import { isAllowed, readPolicy } from "../support/policy";
import { attacksOnIam } from "./attacksOnIam";
import { attacksOnServices } from "./attacksOnServices";
import { each } from "./requests";

const topic = "arn:aws:sns:eu-central-1:123456789012:flexai-alarms-1234567";
const alarm = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:flexai-alarms-errors-1234567";
const otherTopic = "arn:aws:sns:eu-central-1:123456789012:payroll";
const otherAlarm = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:payroll";

/**
 * What the AWS provider sent for a stack that got alarms, another address, other tags and a refresh, and
 * lost the alarms again. Recorded between the provider and an emulated AWS.
 */
const requests = each([
    {
        resource: topic,
        actions: [
            "sns:CreateTopic",
            "sns:SetTopicAttributes",
            "sns:GetTopicAttributes",
            "sns:ListTagsForResource",
            "sns:TagResource",
            "sns:UntagResource",
            "sns:DeleteTopic",
        ],
    },
    { resource: topic, context: { "sns:Protocol": "email" }, actions: ["sns:Subscribe"] },
    // By the service authorization reference, these two are about no resource.
    { resource: "*", actions: ["sns:GetSubscriptionAttributes", "sns:Unsubscribe"] },
    {
        resource: alarm,
        context: { "cloudwatch:AlarmActions": topic },
        actions: ["cloudwatch:PutMetricAlarm"],
    },
    {
        resource: alarm,
        actions: [
            "cloudwatch:DescribeAlarms",
            "cloudwatch:ListTagsForResource",
            "cloudwatch:TagResource",
            "cloudwatch:UntagResource",
            "cloudwatch:DeleteAlarms",
        ],
    },
]);

describe("The policy for alarms, beside the deployer's", () => {
    const policy = readPolicy("alarm.json");
    const both = [policy, readPolicy("deployer.json")];

    for (const request of requests) {
        it(`allows ${request.action} on ${request.resource}`, () => {
            expect(isAllowed([policy], request)).to.equal(true);
        });
    }

    it("names no action that the alarms do not need", () => {
        const used = requests.map(({ action }) => action);
        const named = policy.Statement.flatMap(({ Action }) => Action);
        expect(named.filter((action) => !used.includes(action))).to.deep.equal([]);
    });

    for (const { aim, requests: attack } of [
        ...attacksOnIam,
        ...attacksOnServices,
        {
            aim: "other people's topics and alarms",
            requests: each([
                {
                    resource: otherTopic,
                    context: { "sns:Protocol": "email" },
                    actions: ["sns:Subscribe", "sns:SetTopicAttributes", "sns:DeleteTopic"],
                },
                {
                    resource: otherAlarm,
                    context: { "cloudwatch:AlarmActions": topic },
                    actions: ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
                },
            ]),
        },
        {
            aim: "messages to a function or a server, and messages of their own",
            requests: each([
                {
                    resource: topic,
                    context: { "sns:Protocol": "lambda" },
                    actions: ["sns:Subscribe"],
                },
                {
                    resource: topic,
                    context: { "sns:Protocol": "https" },
                    actions: ["sns:Subscribe"],
                },
                { resource: topic, actions: ["sns:Subscribe", "sns:Publish", "sns:AddPermission"] },
            ]),
        },
        {
            aim: "an alarm that ends a machine or runs a function",
            requests: [
                "arn:aws:automate:eu-central-1:ec2:terminate",
                "arn:aws:lambda:eu-central-1:123456789012:function:payroll",
                otherTopic,
            ].map((action) => ({
                action: "cloudwatch:PutMetricAlarm",
                resource: alarm,
                context: { "cloudwatch:AlarmActions": action },
            })),
        },
    ]) {
        it(`keeps its holder from ${aim}`, () => {
            expect(attack.filter((request) => isAllowed(both, request))).to.deep.equal([]);
        });
    }
});

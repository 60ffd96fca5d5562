import { type Attack, each } from "./requests";
import { alarm, emailRole, topic } from "./requestsOfSettings";

const otherTopic = "arn:aws:sns:eu-central-1:123456789012:payroll";
const otherAlarm = "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:payroll";

/** Ways to emails in somebody else's name, and to other people's topics and alarms. */
export const attacksOnMessages: readonly Attack[] = [
    {
        aim: "emails in somebody else's name, or a change of who may send them",
        requests: each([
            // Cognito sends by this role from every identity of the account: IAM knows no condition for the sender.
            {
                resource: emailRole,
                context: { "iam:AWSServiceName": "email.cognito-idp.amazonaws.com" },
                actions: ["iam:CreateServiceLinkedRole"],
            },
            {
                resource: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
                actions: [
                    "ses:SendEmail",
                    "ses:SendRawEmail",
                    "ses:CreateEmailIdentity",
                    "ses:DeleteEmailIdentity",
                    "ses:CreateEmailIdentityPolicy",
                    "ses:UpdateEmailIdentityPolicy",
                    "ses:PutIdentityPolicy",
                    "ses:PutEmailIdentityDkimAttributes",
                ],
            },
            {
                resource: "arn:aws:ses:eu-central-1:210987654321:identity/example.com",
                actions: ["ses:GetEmailIdentity"],
            },
            { resource: "*", actions: ["ses:ListEmailIdentities", "ses:PutAccountDetails"] },
        ]),
    },
    {
        aim: "other people's topics and alarms",
        requests: each([
            {
                resource: otherTopic,
                context: { "sns:Protocol": "email" },
                actions: [
                    "sns:Subscribe",
                    "sns:Unsubscribe",
                    "sns:GetSubscriptionAttributes",
                    "sns:SetTopicAttributes",
                    "sns:DeleteTopic",
                ],
            },
            {
                resource: otherAlarm,
                context: { "cloudwatch:AlarmActions": topic },
                actions: ["cloudwatch:PutMetricAlarm", "cloudwatch:DeleteAlarms"],
            },
        ]),
    },
    {
        aim: "alarms to a function or a server, and alarms of their own",
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
            // The topic's own policy is one of its attributes.
            {
                resource: topic,
                actions: [
                    "sns:Subscribe",
                    "sns:Publish",
                    "sns:AddPermission",
                    "sns:SetTopicAttributes",
                ],
            },
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
];

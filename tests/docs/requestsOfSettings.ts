import type { AwsRequest } from "../support/policy";
import { each, ours, pool } from "./requests";

export const emailRole =
    "arn:aws:iam::123456789012:role/aws-service-role/email.cognito-idp.amazonaws.com" +
    "/AWSServiceRoleForAmazonCognitoIdpEmailService";

/** What `email` needs besides: the look-up, and what Cognito checks when a pool first sends by SES. */
export const email: readonly AwsRequest[] = each([
    {
        resource: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
        actions: ["ses:GetEmailIdentity"],
    },
    {
        resource: emailRole,
        context: { "iam:AWSServiceName": "email.cognito-idp.amazonaws.com" },
        actions: ["iam:CreateServiceLinkedRole"],
    },
]);

/**
 * What a stack with `mailFailureLog` needs besides: the log group's as recorded of the trigger's, the
 * rest as Cognito's developer guide lists it under "Exporting logs".
 */
export const mailFailureLog: readonly AwsRequest[] = each([
    {
        resource: pool,
        context: ours,
        actions: [
            "cognito-idp:GetLogDeliveryConfiguration",
            "cognito-idp:SetLogDeliveryConfiguration",
        ],
    },
    {
        resource:
            "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/vendedlogs/flexai-oidc/eu-central-1_Abc123XyZ",
        actions: [
            "logs:CreateLogGroup",
            "logs:PutRetentionPolicy",
            "logs:DeleteLogGroup",
            "logs:ListTagsForResource",
            "logs:TagResource",
            "logs:UntagResource",
        ],
    },
    {
        resource: "*",
        actions: [
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:DescribeResourcePolicies",
            "logs:PutResourcePolicy",
        ],
    },
    {
        resource:
            "arn:aws:iam::123456789012:role/aws-service-role/cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp",
        context: { "iam:AWSServiceName": "cognito-idp.amazonaws.com" },
        actions: ["iam:CreateServiceLinkedRole"],
    },
]);

const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/1-2-3";
const zone = "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ";
const recordNames = "route53:ChangeResourceRecordSetsNormalizedRecordNames";

/** A change of a record in a zone. */
export const changeRecord = (name: string, resource = zone): AwsRequest => ({
    action: "route53:ChangeResourceRecordSets",
    resource,
    context: { [recordNames]: name },
});

/** What a stack with a `domain` in a zone needs besides: by the AWS provider's code. */
export const customDomain: readonly AwsRequest[] = [
    changeRecord("auth.flexai.example.com"),
    changeRecord("_0a1b2c3d.auth.flexai.example.com"),
    ...each([
        { resource: "*", actions: ["route53:ListHostedZones", "route53:ListHostedZonesByName"] },
        {
            resource: zone,
            actions: [
                "route53:GetHostedZone",
                "route53:ListResourceRecordSets",
                "route53:ListTagsForResource",
            ],
        },
        { resource: "arn:aws:route53:::change/C1", actions: ["route53:GetChange"] },
        {
            resource: "*",
            context: {
                "aws:RequestTag/Project": "flexai-oidc",
                "acm:DomainNames": "auth.flexai.example.com",
            },
            actions: ["acm:RequestCertificate"],
        },
        {
            resource: certificate,
            context: ours,
            actions: [
                "acm:DescribeCertificate",
                "acm:ListTagsForCertificate",
                "acm:AddTagsToCertificate",
                "acm:RemoveTagsFromCertificate",
                "acm:DeleteCertificate",
            ],
        },
    ]),
];

/** What a change of any `domain` needs: Cognito's own distribution, which it changes with the caller's rights. */
export const domainChange: readonly AwsRequest[] = [
    {
        action: "cloudfront:UpdateDistribution",
        resource: "arn:aws:cloudfront::210987654321:distribution/E1",
    },
];

export const topic = "arn:aws:sns:eu-central-1:123456789012:flexai-alarms-1234567";
export const alarm =
    "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:flexai-alarms-errors-1234567";

/**
 * What a stack with `alarmEmail` needs besides: what the AWS provider sent for one that got alarms, another address, other tags and a refresh, and
 * lost the alarms again. Recorded between the provider and an emulated AWS.
 */
export const alarms: readonly AwsRequest[] = each([
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
            // About a subscription, and checked against its topic: AWS's refusals name the topic.
            "sns:GetSubscriptionAttributes",
            "sns:Unsubscribe",
        ],
    },
    { resource: topic, context: { "sns:Protocol": "email" }, actions: ["sns:Subscribe"] },
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

import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { AwsRequest } from "../support/policy";

/** Requests that differ in the action alone. */
export interface Requests extends Omit<AwsRequest, "action"> {
    readonly actions: readonly string[];
}

/** What a policy must not allow. */
export interface Attack {
    readonly aim: string;
    readonly requests: readonly AwsRequest[];
}

export const pool = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ";
export const otherPool =
    "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Other9876";
export const role = "arn:aws:iam::123456789012:role/cognito-custom-roles-oidc-flexai-role-1234567";
export const lambda =
    "arn:aws:lambda:eu-central-1:123456789012:function:cognito-custom-roles-oidc-flexai-1234567";
export const log =
    "arn:aws:logs:eu-central-1:123456789012:log-group:cognito-custom-roles-oidc-flexai-logs-1234567";
export const boundary = "arn:aws:iam::123456789012:policy/flexai-boundary";
export const emailRole =
    "arn:aws:iam::123456789012:role/aws-service-role/email.cognito-idp.amazonaws.com" +
    "/AWSServiceRoleForAmazonCognitoIdpEmailService";
export const ours = { "aws:ResourceTag/Project": "flexai-oidc" };

/**
 * What the AWS provider sent in the life of a stack with `permissionsBoundary`: users, another host
 * name, roles and retention, refresh, destroy. Recorded between the provider and an emulated AWS.
 * What AWS checks besides the call itself stands there too: `iam:PassRole` and the tags at creation.
 */
export function recorded(stack: "ownStack" | "adoptedStack"): readonly AwsRequest[] {
    const text = readFileSync(join(__dirname, "recorded", `${stack}.json`), "utf8");
    return each(JSON.parse(text) as readonly Requests[]);
}

/** What the provider's code sends where the emulator is silent, and what no recorded step changes. */
export const unrecorded: readonly AwsRequest[] = each([
    {
        resource: pool,
        context: ours,
        actions: [
            "cognito-idp:CreateManagedLoginBranding",
            "cognito-idp:DescribeManagedLoginBranding",
            "cognito-idp:DescribeManagedLoginBrandingByClient",
            "cognito-idp:UpdateManagedLoginBranding",
            "cognito-idp:DeleteManagedLoginBranding",
            "cognito-idp:ListUserPoolClients",
            "cognito-idp:SetUserPoolMfaConfig",
            "cognito-idp:DescribeRiskConfiguration",
            "cognito-idp:SetRiskConfiguration",
            "cognito-idp:TagResource",
            "cognito-idp:UntagResource",
            "cognito-idp:UpdateUserPoolDomain",
            "cognito-idp:UpdateGroup",
            "cognito-idp:AdminEnableUser",
        ],
    },
    {
        resource: lambda,
        actions: [
            "lambda:GetFunctionConfiguration",
            "lambda:UpdateFunctionConfiguration",
            "lambda:UntagResource",
        ],
    },
    // An upgrade changes the trust policy; a boundary is given to a role that has none.
    { resource: role, actions: ["iam:UpdateAssumeRolePolicy", "iam:UntagRole"] },
    {
        resource: role,
        context: { "iam:PermissionsBoundary": boundary },
        actions: ["iam:PutRolePermissionsBoundary"],
    },
    { resource: log, actions: ["logs:UntagResource"] },
]);

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
        // Cognito's own distribution, which it changes with the caller's rights.
        {
            resource: "arn:aws:cloudfront::210987654321:distribution/E1",
            actions: ["cloudfront:UpdateDistribution"],
        },
    ]),
];

/** Each of the requests by itself. */
export function each(requests: readonly Requests[]): readonly AwsRequest[] {
    return requests.flatMap(({ actions, ...rest }) =>
        actions.map((action) => ({ action, ...rest })),
    );
}

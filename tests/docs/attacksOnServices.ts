import { type Attack, each, lambda, log, otherPool, ours, pool } from "./requests";
import { changeRecord } from "./requestsOfSettings";

const otherFunction = "arn:aws:lambda:eu-central-1:123456789012:function:payroll";
const otherLog = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/payroll";
const tampersWithAPool = [
    "UpdateUserPool",
    "DeleteUserPool",
    "DescribeUserPool",
    "SetUserPoolMfaConfig",
    "SetRiskConfiguration",
    "DescribeRiskConfiguration",
    "SetLogDeliveryConfiguration",
    "TagResource",
    "UntagResource",
    "CreateUserPoolClient",
    "DescribeUserPoolClient",
    "UpdateUserPoolClient",
    "DeleteUserPoolDomain",
    "CreateGroup",
    "DeleteGroup",
    "AdminCreateUser",
    "AdminGetUser",
    "AdminDeleteUser",
    "AdminAddUserToGroup",
].map((operation) => `cognito-idp:${operation}`);

/** Ways to other people's pools, functions, logs and sign-ins. */
export const attacksOnServices: readonly Attack[] = [
    {
        aim: "a function that others may invoke",
        requests: each([
            {
                resource: lambda,
                context: { "lambda:Principal": "*" },
                actions: ["lambda:AddPermission"],
            },
            {
                resource: lambda,
                context: { "lambda:Principal": "210987654321" },
                actions: ["lambda:AddPermission"],
            },
            { resource: lambda, actions: ["lambda:AddPermission"] },
            {
                resource: lambda,
                actions: [
                    "lambda:CreateFunctionUrlConfig",
                    "lambda:CreateEventSourceMapping",
                    "lambda:InvokeFunction",
                    "lambda:InvokeFunctionUrl",
                ],
            },
        ]),
    },
    {
        aim: "somebody else's function or log",
        requests: each([
            {
                resource: otherFunction,
                context: { "lambda:Principal": "cognito-idp.amazonaws.com" },
                actions: [
                    "lambda:UpdateFunctionCode",
                    "lambda:UpdateFunctionConfiguration",
                    "lambda:DeleteFunction",
                    "lambda:GetFunction",
                    "lambda:AddPermission",
                ],
            },
            {
                resource: otherLog,
                actions: ["logs:DeleteLogGroup", "logs:PutRetentionPolicy", "logs:TagResource"],
            },
            {
                resource: log,
                actions: [
                    "logs:PutSubscriptionFilter",
                    "logs:GetLogEvents",
                    "logs:FilterLogEvents",
                ],
            },
            {
                resource: "*",
                actions: [
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery",
                    "logs:DeleteLogDelivery",
                ],
            },
        ]),
    },
    {
        aim: "another team's pool, also by giving it this project's tag",
        requests: each([
            { resource: otherPool, actions: tampersWithAPool },
            {
                resource: otherPool,
                context: { "aws:ResourceTag/Project": "payroll" },
                actions: tampersWithAPool,
            },
            {
                resource: otherPool,
                context: { "aws:RequestTag/Project": "flexai-oidc" },
                actions: tampersWithAPool,
            },
            { resource: "*", actions: ["cognito-idp:ListUserPools", "cognito-idp:CreateUserPool"] },
            {
                resource: "*",
                context: { "aws:RequestTag/Project": "payroll" },
                actions: ["cognito-idp:CreateUserPool"],
            },
        ]),
    },
    {
        aim: "other names, certificates and sites",
        requests: [
            changeRecord("example.com"),
            changeRecord("flexai.example.com"),
            changeRecord("xauth.flexai.example.com"),
            changeRecord("www.auth.flexai.example.com"),
            changeRecord("auth.flexai.example.com", "arn:aws:route53:::hostedzone/ZOTHER"),
            ...each([
                {
                    resource: "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ",
                    actions: ["route53:DeleteHostedZone", "route53:ChangeTagsForResource"],
                },
                {
                    resource: "arn:aws:acm:us-east-1:123456789012:certificate/other",
                    context: {
                        "aws:ResourceTag/Project": "payroll",
                        "aws:RequestTag/Project": "flexai-oidc",
                    },
                    actions: [
                        "acm:DeleteCertificate",
                        "acm:ExportCertificate",
                        "acm:AddTagsToCertificate",
                    ],
                },
                {
                    resource: "*",
                    context: {
                        "aws:RequestTag/Project": "flexai-oidc",
                        "acm:DomainNames": "www.example.com",
                    },
                    actions: ["acm:RequestCertificate"],
                },
                {
                    resource: "arn:aws:cloudfront::123456789012:distribution/E2",
                    actions: ["cloudfront:UpdateDistribution", "cloudfront:DeleteDistribution"],
                },
            ]),
        ],
    },
    {
        aim: "a sign-in as somebody else",
        requests: each([
            {
                resource: pool,
                context: ours,
                actions: [
                    "cognito-idp:AdminSetUserPassword",
                    "cognito-idp:AdminResetUserPassword",
                    "cognito-idp:AdminInitiateAuth",
                    "cognito-idp:AdminUpdateUserAttributes",
                    "cognito-idp:AdminLinkProviderForUser",
                    "cognito-idp:CreateIdentityProvider",
                    "cognito-idp:CreateUserImportJob",
                    "cognito-idp:ListUsers",
                ],
            },
        ]),
    },
];

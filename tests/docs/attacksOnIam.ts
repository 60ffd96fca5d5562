import { type Attack, boundary, each, role } from "./requests";
import { emailRole } from "./requestsOfSettings";

const account = "arn:aws:iam::123456789012";
const bounded = { "iam:PermissionsBoundary": boundary };
const writesRights = [
    "iam:CreateRole",
    "iam:PutRolePolicy",
    "iam:DeleteRolePolicy",
    "iam:UpdateAssumeRolePolicy",
];

/** Ways to more rights than those of the deployer and of the trigger. */
export const attacksOnIam: readonly Attack[] = [
    {
        aim: "a role with more rights than the boundary's",
        requests: each([
            { resource: role, actions: writesRights },
            {
                resource: role,
                context: {
                    "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess",
                },
                actions: [...writesRights, "iam:PutRolePermissionsBoundary"],
            },
            {
                resource: role,
                context: { "iam:PermissionsBoundary": `${boundary}-2` },
                actions: [...writesRights, "iam:PutRolePermissionsBoundary"],
            },
            {
                resource: role,
                context: bounded,
                actions: ["iam:DeleteRolePermissionsBoundary", "iam:AttachRolePolicy"],
            },
            {
                resource: role,
                context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
                actions: ["iam:AttachRolePolicy"],
            },
        ]),
    },
    {
        aim: "the boundary itself",
        requests: each([
            {
                resource: boundary,
                actions: [
                    "iam:CreatePolicyVersion",
                    "iam:SetDefaultPolicyVersion",
                    "iam:DeletePolicyVersion",
                    "iam:DeletePolicy",
                    "iam:CreatePolicy",
                ],
            },
        ]),
    },
    {
        aim: "somebody else's role",
        requests: each([
            {
                resource: `${account}:role/admin`,
                context: bounded,
                actions: [...writesRights, "iam:DeleteRole", "iam:PutRolePermissionsBoundary"],
            },
            {
                resource: `${account}:role/cognito-custom-roles-oidc-flexai-1234567`,
                context: bounded,
                actions: writesRights,
            },
            { resource: `${account}:role/admin`, actions: ["sts:AssumeRole"] },
            {
                resource: `${account}:role/admin`,
                context: { "iam:PassedToService": "lambda.amazonaws.com" },
                actions: ["iam:PassRole"],
            },
            {
                resource: role,
                context: { "iam:PassedToService": "ec2.amazonaws.com" },
                actions: ["iam:PassRole"],
            },
            { resource: role, actions: ["iam:PassRole"] },
        ]),
    },
    {
        aim: "a service-linked role that no stack needs",
        requests: each([
            { resource: emailRole, actions: ["iam:CreateServiceLinkedRole"] },
            {
                resource: emailRole,
                context: { "iam:AWSServiceName": "ec2.amazonaws.com" },
                actions: ["iam:CreateServiceLinkedRole"],
            },
            ...[
                ["email.cognito-idp.amazonaws.com", "ec2.amazonaws.com/AWSServiceRoleForEC2"],
                ["cognito-idp.amazonaws.com", "cognito-idp.amazonaws.com/AWSServiceRoleForAnother"],
                [
                    "ec2.amazonaws.com",
                    "cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdp",
                ],
            ].map(([service = "", path = ""]) => ({
                resource: `${account}:role/aws-service-role/${path}`,
                context: { "iam:AWSServiceName": service },
                actions: ["iam:CreateServiceLinkedRole"],
            })),
            {
                resource: emailRole,
                context: { ...bounded, "iam:AWSServiceName": "email.cognito-idp.amazonaws.com" },
                actions: [
                    ...writesRights,
                    "iam:AttachRolePolicy",
                    "iam:DeleteServiceLinkedRole",
                    "iam:PassRole",
                ],
            },
        ]),
    },
    {
        aim: "a user of IAM",
        requests: each([
            {
                resource: `${account}:user/deployer`,
                context: bounded,
                actions: [
                    "iam:CreateUser",
                    "iam:CreateAccessKey",
                    "iam:CreateLoginProfile",
                    "iam:UpdateLoginProfile",
                    "iam:PutUserPolicy",
                    "iam:AttachUserPolicy",
                    "iam:AddUserToGroup",
                ],
            },
        ]),
    },
];

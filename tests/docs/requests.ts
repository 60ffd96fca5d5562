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
    { resource: role, actions: ["iam:UntagRole"] },
    // A boundary is given to a role that has none; an upgrade changes the trust policy of one that has it.
    {
        resource: role,
        context: { "iam:PermissionsBoundary": boundary },
        actions: ["iam:PutRolePermissionsBoundary", "iam:UpdateAssumeRolePolicy"],
    },
    { resource: log, actions: ["logs:UntagResource"] },
]);

/** Each of the requests by itself. */
export function each(requests: readonly Requests[]): readonly AwsRequest[] {
    return requests.flatMap(({ actions, ...rest }) =>
        actions.map((action) => ({ action, ...rest })),
    );
}

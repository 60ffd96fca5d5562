/** A finding of a linter that stays, and why. */
export interface KnownFinding {
    readonly file: string;
    readonly finding: string;
    readonly reason: string;
}

/** Findings of parliament and its community auditors in the policies. */
export const policyFindings: readonly KnownFinding[] = [
    {
        file: "docs/policies/adopted-pool.json",
        finding: "CREDENTIALS_EXPOSURE cognito-idp:describeuserpoolclient",
        reason: "The provider reads its client, whose secret is an output of the stack.",
    },
    {
        file: "docs/policies/alarm.json",
        finding: "PERMISSIONS_MANAGEMENT_ACTIONS sns:createtopic, sns:settopicattributes",
        reason: "The stack makes a topic, whose name limits them. rights-and-costs.md says what else that opens.",
    },
    {
        file: "docs/policies/alarm.json",
        finding: "RESOURCE_MISMATCH sns:GetSubscriptionAttributes, sns:Unsubscribe",
        reason:
            "AWS checks both against the subscription's topic, as its refusals and its data of September " +
            "2026 say. parliament's data are older.",
    },
    {
        file: "docs/policies/deployer.json",
        finding: "CREDENTIALS_EXPOSURE cognito-idp:describeuserpoolclient",
        reason: "The provider reads its client, whose secret is an output of the stack.",
    },
    {
        file: "docs/policies/deployer.json",
        finding:
            "PERMISSIONS_MANAGEMENT_ACTIONS iam:createrole, iam:deleterole, " +
            "iam:deleterolepolicy, iam:passrole, iam:putrolepermissionsboundary, iam:putrolepolicy, " +
            "iam:updateassumerolepolicy, lambda:addpermission, lambda:removepermission",
        reason:
            "The stack makes a role, its policy and a permission. The role's name and boundary, the " +
            "function's name and the one principal limit them.",
    },
    {
        file: "docs/policies/deployer.json",
        finding:
            "PRIVILEGE_ESCALATION EditExistingLambdaFunctionWithRole lambda:updatefunctioncode",
        reason:
            "Deploying the trigger changes its code. Its role can write its own log and no more: " +
            "parliament does not weigh the boundary.",
    },
    {
        file: "docs/policies/deployer.json",
        finding:
            "UNKNOWN_CONDITION_FOR_ACTION Unknown condition iam:PermissionsBoundary for action " +
            "iam:UpdateAssumeRolePolicy",
        reason: "AWS's service authorization reference of 2026 lists it. parliament's data are older.",
    },
    {
        file: "docs/policies/domain-change.json",
        finding: "RESOURCE_STAR cloudfront:UpdateDistribution",
        reason:
            "Cognito changes a distribution of AWS's own with the caller's rights. It is why this policy " +
            "is apart from the deployer's.",
    },
    {
        file: "docs/policies/email.json",
        finding: "PERMISSIONS_MANAGEMENT_ACTIONS iam:createservicelinkedrole",
        reason:
            "Cognito sends by that role, which is its own. What it opens is why this policy is apart " +
            "from the deployer's.",
    },
    {
        file: "docs/policies/mail-failure-log.json",
        finding:
            "PERMISSIONS_MANAGEMENT_ACTIONS iam:createservicelinkedrole, logs:putresourcepolicy",
        reason:
            "Cognito delivers its log with them. The role is Cognito's own; the other is why this policy " +
            "is apart from the deployer's.",
    },
    {
        file: "docs/policies/user-management.json",
        finding: "UNKNOWN_ACTION Unknown action cognito-idp:AdminDeleteSoftwareToken",
        reason: "AWS's API reference has it since August 2026. parliament's data are older.",
    },
];

/** Findings of zizmor, its auditor persona included, in the workflows. */
export const workflowFindings: readonly KnownFinding[] = [];

import { expect } from "chai";

import { inputsOf, runProgram, type Run } from "./support/program";

type Inputs = Readonly<Record<string, unknown>>;

const pool = (run: Run) => inputsOf(run, "aws:cognito/userPool:UserPool");
const client = (run: Run) => inputsOf(run, "aws:cognito/userPoolClient:UserPoolClient");
const lambda = (run: Run) => inputsOf(run, "aws:lambda/function:Function");
const permission = (run: Run) => inputsOf(run, "aws:lambda/permission:Permission");
const role = (run: Run) => inputsOf(run, "aws:iam/role:Role");
const logGroup = (run: Run) => inputsOf(run, "aws:cloudwatch/logGroup:LogGroup");
const ofType = (run: Run, pattern: RegExp) =>
    run.resources.filter(({ type }) => pattern.test(type)).length;
const policy = (run: Run) => statement(inputsOf(run, "aws:iam/rolePolicy:RolePolicy").policy);
const taggable = [pool, lambda, role, logGroup];

/** Each control, what it looks at, and what it finds in dev and in prod. */
const controls: readonly (readonly [string, (run: Run) => unknown, unknown, unknown?])[] = [
    [
        "FSBP Cognito.6: deletion protection",
        (run) => pool(run).deletionProtection,
        "INACTIVE",
        "ACTIVE",
    ],
    [
        "FSBP Cognito.6: protect",
        (run) => run.registrations.find(({ type }) => type.endsWith(":UserPool"))?.protect,
        false,
        true,
    ],
    [
        "FSBP Cognito.3, COG1: password policy",
        (run) => pool(run).passwordPolicy,
        {
            minimumLength: 14,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSymbols: true,
            passwordHistorySize: 5,
            temporaryPasswordValidityDays: 7,
        },
    ],
    [
        "accepted, FSBP Cognito.1, COG8: threat protection",
        (run) => pool(run).userPoolAddOns,
        undefined,
    ],
    ["accepted, FSBP Cognito.5: second factor", (run) => pool(run).mfaConfiguration, "OFF"],
    [
        "Prowler: self registration",
        (run) => (pool(run).adminCreateUserConfig as Inputs).allowAdminCreateUserOnly,
        true,
    ],
    ["CKV_AWS_366, COG7: identity pools", (run) => ofType(run, /identity(Pool|\/)/i), 0],
    ["Cognito guide: tier for V2 triggers", (run) => pool(run).userPoolTier, "ESSENTIALS"],
    ["Cognito guide: names", (run) => pool(run).usernameConfiguration, { caseSensitive: false }],
    [
        "Cognito guide: a new email is verified first",
        (run) => pool(run).userAttributeUpdateSettings,
        { attributesRequireVerificationBeforeUpdates: ["email"] },
    ],
    [
        "Cognito guide: recovery",
        (run) => pool(run).accountRecoverySetting,
        { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] },
    ],
    ["Prowler: user existence errors", (run) => client(run).preventUserExistenceErrors, "ENABLED"],
    ["Prowler: token revocation", (run) => client(run).enableTokenRevocation, true],
    ["OAuth BCP: code only", (run) => client(run).allowedOauthFlows, ["code"]],
    ["OAuth BCP: confidential", (run) => client(run).generateSecret, true],
    ["OAuth BCP: scopes", (run) => client(run).allowedOauthScopes, ["email", "openid", "profile"]],
    [
        "OAuth BCP: exact https redirects",
        (run) =>
            [client(run).callbackUrls, client(run).logoutUrls, client(run).defaultRedirectUri]
                .flat()
                .filter((url) => !/^https:\/\/flexai\.example\.com\/[a-z0-9/]*$/.test(String(url))),
        [],
    ],
    [
        "direct sign-in API",
        (run) => client(run).explicitAuthFlows,
        ["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    ],
    [
        "token life",
        (run) => [
            client(run).accessTokenValidity,
            client(run).idTokenValidity,
            client(run).refreshTokenValidity,
            client(run).tokenValidityUnits,
        ],
        [60, 60, 10, { accessToken: "minutes", idToken: "minutes", refreshToken: "hours" }],
    ],
    [
        "groups' IAM roles",
        (run) => run.resources.filter(({ inputs }) => "roleArn" in inputs).map(({ name }) => name),
        [],
    ],
    ["AWS-0067, CKV_AWS_364: permissions", (run) => ofType(run, /:Permission$/), 1],
    [
        "AWS-0067, CKV_AWS_364: source account",
        (run) => permission(run).sourceAccount,
        "123456789012",
    ],
    [
        "AWS-0067, CKV_AWS_364: source ARN is the pool's",
        (run) =>
            run.resources
                .filter(({ state }) => state.arn === permission(run).sourceArn)
                .map(({ type }) => type),
        ["aws:cognito/userPool:UserPool"],
    ],
    [
        "FSBP Lambda.1, CKV_AWS_301: principal",
        (run) => permission(run).principal,
        "cognito-idp.amazonaws.com",
    ],
    ["Prowler, CKV_AWS_258: function URLs", (run) => ofType(run, /functionUrl/i), 0],
    ["FSBP Lambda.2, CKV_AWS_363, L1: runtime", (run) => lambda(run).runtime, "nodejs24.x"],
    ["IAM4: managed policies", (run) => ofType(run, /olicyAttachment/), 0],
    ["IAM4: inline policies", (run) => ofType(run, /:RolePolicy$/), 1],
    [
        "IAM5, CKV_AWS_355: actions",
        (run) => policy(run).Action,
        ["logs:CreateLogStream", "logs:PutLogEvents"],
    ],
    [
        "IAM5, CKV_AWS_355: the own group's streams alone, a waiver for :*",
        (run) => policy(run).Resource,
        "arn:aws:logs:eu-central-1:123456789012:log-group:cognito-custom-roles-oidc-flexai-logs:*",
    ],
    [
        "Prowler: confused deputy",
        (run) => statement(role(run).assumeRolePolicy).Condition,
        { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } },
    ],
    ["FSBP CloudWatch.16, CKV_AWS_338: retention", (run) => logGroup(run).retentionInDays, 14, 365],
    [
        "LambdaLogging: JSON to the own group",
        (run) => lambda(run).loggingConfig,
        { logFormat: "JSON", logGroup: "cognito-custom-roles-oidc-flexai-logs" },
    ],
    ["CKV_AWS_173, Prowler: environment", (run) => lambda(run).environment, undefined],
    [
        "accepted, CKV_AWS_115: reserved concurrency",
        (run) => lambda(run).reservedConcurrentExecutions,
        undefined,
    ],
    ["accepted, CKV_AWS_117: VPC", (run) => lambda(run).vpcConfig, undefined],
    ["Serverless: timeout", (run) => lambda(run).timeout, 5],
    ["Serverless: memory", (run) => lambda(run).memorySize, 128],
    [
        "FSBP Lambda.6, Cognito tags",
        (run) => taggable.map((inputs) => Object.keys(inputs(run).tags as Inputs).join()),
        taggable.map(() => "Project,Stack"),
    ],
];

for (const stack of ["dev", "prod"]) {
    describe(`Security controls in ${stack}`, () => {
        let evaluation: Run;

        before(async () => {
            evaluation = await runProgram(stack);
        });

        for (const [control, look, dev, prod = dev] of controls) {
            const expected = stack === "dev" ? dev : prod;
            it(`${control}: ${expected === undefined ? "none" : JSON.stringify(expected)}`, () => {
                expect(look(evaluation)).to.deep.equal(expected);
            });
        }
    });
}

function statement(policyText: unknown): Inputs {
    const { Statement } = JSON.parse(String(policyText)) as { Statement: Inputs[] };
    const [only] = Statement;
    if (!only || Statement.length > 1) throw new Error("One statement is expected.");
    return only;
}

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import { inputsOf, type Run } from "../support/program";
import { registeredOutputs } from "../support/registrations";

const make = (args = {}) => runComponent({ users: [anna], ...args });
const stack = "pulumi:pulumi:Stack::flexai-oidc-prod";
const provider = "flexai-oidc:index:OpenIdProvider::flexai";
const trigger = "flexai-oidc:index:PreTokenGenerationTrigger::cognito-custom-roles-oidc-flexai";
const login = "flexai-oidc:index:ManagedLogin::flexai";

describe("The OpenID Provider", () => {
    let evaluation: Run;
    let outputs: Readonly<Record<string, unknown>>;

    before(async () => {
        evaluation = await make();
        outputs = registeredOutputs().get(provider) ?? {};
    });

    it("registers exactly these resources, by these names, under these parents", () => {
        const found = evaluation.registrations.map(
            ({ type, name, parent }) => `${parent} > ${type}::${name}`,
        );
        expect(found.sort()).to.deep.equal([` > ${stack}`, ...tree].sort());
    });

    it("lets Cognito invoke the trigger, for this pool and account only", () => {
        const { arn } =
            evaluation.resources.find(({ type }) => type === "aws:cognito/userPool:UserPool")
                ?.state ?? {};
        expect(arn).to.match(/^arn:aws:cognito-idp:eu-central-1:123456789012:userpool\/eu-central/);
        expect(inputsOf(evaluation, "aws:lambda/permission:Permission")).to.deep.equal({
            action: "lambda:InvokeFunction",
            function:
                "arn:aws:lambda:eu-central-1:123456789012:function:cognito-custom-roles-oidc-flexai",
            principal: "cognito-idp.amazonaws.com",
            sourceArn: arn,
            sourceAccount: "123456789012",
        });
    });

    it("has a group per role, with neither roleArn nor precedence", () => {
        for (const role of ["flexai-manager", "flexai-editor", "flexai-user"]) {
            expect(inputsOf(evaluation, "aws:cognito/userGroup:UserGroup", role)).to.deep.equal({
                userPoolId: outputs.userPoolId,
                name: role,
                description: `Role ${role} in flexAI`,
            });
        }
    });

    it("has a group for each of other roles too", async () => {
        const { resources } = await make({ roles: ["flexai-user", "Käse"] });
        const groups = resources.filter(({ type }) => type.endsWith(":UserGroup"));
        expect(groups.map(({ inputs }) => inputs.name).sort()).to.deep.equal([
            "Käse",
            "flexai-user",
        ]);
    });

    it("tags everything that takes tags", async () => {
        const tags = { Owner: "audio" };
        const { resources } = await make({ tags });
        const tagged = resources.filter(({ inputs }) => inputs.tags);
        expect(tagged.map(({ type, inputs }) => [type, inputs.tags])).to.have.deep.members([
            ["aws:cloudwatch/logGroup:LogGroup", tags],
            ["aws:iam/role:Role", tags],
            ["aws:lambda/function:Function", tags],
            ["aws:cognito/userPool:UserPool", tags],
        ]);
    });

    it("marks as secrets the client's secret, which mocks show in clear otherwise, and what holds it", () => {
        const secrets = Object.keys(outputs).filter((key) =>
            pulumi.runtime.isRpcSecret(outputs[key]),
        );
        expect(secrets).to.have.members(["clientSecret", "flexaiConfig"]);
        expect(pulumi.runtime.unwrapRpcSecret(outputs.clientSecret)).to.match(/^[a-z0-9]{51}$/);
    });

    it("generates a key of more than 32 bytes' worth for Envoy to sign its cookies with, not the manual's constant", () => {
        const type = "random:index/randomPassword:RandomPassword";
        // 64 letters and digits: 64 * log2(62) = 381 bits.
        expect(inputsOf(evaluation, type)).to.deep.equal({ length: 64, special: false });
        const { result } = evaluation.resources.find((one) => one.type === type)?.state ?? {};
        expect(result).to.match(/^[A-Za-z0-9]{64}$/);
        expect(pulumi.runtime.unwrapRpcSecret(outputs.flexaiConfig)).to.include(
            `\nOIDC_HMAC_SECRET=${String(result)}\n`,
        );
    });

    it("T18: puts the client's secret into no resource's inputs", () => {
        const secret = String(pulumi.runtime.unwrapRpcSecret(outputs.clientSecret));
        expect(JSON.stringify(evaluation.registrations)).not.to.include(secret);
    });
});

const tree = [
    `${stack} > ${provider}`,
    `${provider} > ${trigger}`,
    `${trigger} > aws:cloudwatch/logGroup:LogGroup::cognito-custom-roles-oidc-flexai-logs`,
    `${trigger} > aws:iam/role:Role::cognito-custom-roles-oidc-flexai-role`,
    `${trigger} > aws:iam/rolePolicy:RolePolicy::cognito-custom-roles-oidc-flexai-logs`,
    `${trigger} > aws:lambda/function:Function::cognito-custom-roles-oidc-flexai`,
    `${provider} > aws:cognito/userPool:UserPool::flexai`,
    `${provider} > aws:lambda/permission:Permission::flexai`,
    `${provider} > random:index/randomPassword:RandomPassword::flexai-hmac`,
    `${provider} > aws:cognito/userPoolClient:UserPoolClient::flexai`,
    `${provider} > ${login}`,
    `${login} > aws:cognito/userPoolDomain:UserPoolDomain::flexai`,
    `${login} > aws:cognito/managedLoginBranding:ManagedLoginBranding::flexai`,
    `${provider} > aws:cognito/userGroup:UserGroup::flexai-manager`,
    `${provider} > aws:cognito/userGroup:UserGroup::flexai-editor`,
    `${provider} > aws:cognito/userGroup:UserGroup::flexai-user`,
    `${provider} > flexai-oidc:index:DestroyGuard::flexai`,
    `${provider} > aws:cognito/user:User::anna`,
    `${provider} > aws:cognito/userInGroup:UserInGroup::flexai-user,anna`,
];

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expectedOutputs, type Ids } from "./support/expectedOutputs";
import { inputsOf, runProgram, type Run } from "./support/program";
import { registeredOutputs } from "./support/registrations";

const stacks = [
    { stack: "dev", protect: false, lock: "INACTIVE", days: 14 },
    { stack: "prod", protect: true, lock: "ACTIVE", days: 365 },
];

for (const { stack, protect, lock, days } of stacks) {
    describe(`The program as Pulumi.${stack}.yaml configures it`, () => {
        let evaluation: Run;
        let registered: ReturnType<typeof registeredOutputs>;

        before(async () => {
            evaluation = await runProgram(stack);
            registered = registeredOutputs();
        });

        it("runs without error and without warning", () => {
            expect(evaluation.error).to.equal(undefined);
            expect(evaluation.warnings).to.deep.equal([]);
        });

        it("creates twelve resources in AWS, a generated secret, and no user", () => {
            expect(count(evaluation.resources.map(({ type }) => type))).to.deep.equal({
                "aws:cloudwatch/logGroup:LogGroup": 1,
                "aws:iam/role:Role": 1,
                "aws:iam/rolePolicy:RolePolicy": 1,
                "aws:lambda/function:Function": 1,
                "aws:lambda/permission:Permission": 1,
                "aws:cognito/userPool:UserPool": 1,
                "aws:cognito/userPoolClient:UserPoolClient": 1,
                "aws:cognito/userPoolDomain:UserPoolDomain": 1,
                "aws:cognito/managedLoginBranding:ManagedLoginBranding": 1,
                "aws:cognito/userGroup:UserGroup": 3,
                "random:index/randomPassword:RandomPassword": 1,
            });
        });

        it("locks what it creates, in Pulumi and in AWS, if its file says so", () => {
            const locked = evaluation.registrations.filter((one) => one.protect);
            // Neither the stack, nor the generated secret, nor the style of the sign-in page.
            const all = evaluation.registrations.length - 3;
            expect(locked).to.have.lengthOf(protect ? all : 0);
            const pool = inputsOf(evaluation, "aws:cognito/userPool:UserPool");
            expect(pool.deletionProtection).to.equal(lock);
        });

        it("keeps the trigger's log for as long as its file says", () => {
            const { retentionInDays } = inputsOf(evaluation, "aws:cloudwatch/logGroup:LogGroup");
            expect(retentionInDays).to.equal(days);
        });

        it("tags what it creates with project and stack", () => {
            const { tags } = inputsOf(evaluation, "aws:cognito/userPool:UserPool");
            expect(tags).to.deep.equal({ Project: "flexai-oidc", Stack: stack });
        });

        it("has the outputs of OpenID Connect's discovery, built from the pool and its domain", () => {
            const { flexaiConfig, ...outputs } = evaluation.outputs;
            const { userPoolId, clientId, clientSecret } = outputs as unknown as Ids;
            expect(userPoolId).to.match(/^eu-central-1_[A-Za-z0-9]{9}$/);
            expect(clientId).to.match(/^[a-z0-9]{26}$/);
            expect(clientSecret).to.match(/^[a-z0-9]{51}$/);
            expect(outputs).to.deep.equal(expectedOutputs({ userPoolId, clientId, clientSecret }));
            expect(flexaiConfig).to.include(`\nOIDC_CLIENT_SECRET=${clientSecret}\n`);
        });

        it("hands over exactly what its component registers, what holds the client's secret as a secret", () => {
            const names = Object.keys(evaluation.outputs).sort();
            for (const urn of [
                "flexai-oidc:index:OpenIdProvider::flexai",
                `pulumi:pulumi:Stack::flexai-oidc-${stack}`,
            ]) {
                const values = registered.get(urn) ?? {};
                expect(Object.keys(values).sort()).to.deep.equal(names);
                const secrets = names.filter((key) => pulumi.runtime.isRpcSecret(values[key]));
                expect(secrets).to.deep.equal(["clientSecret", "flexaiConfig"]);
            }
        });

        it("has no host name in its committed file, so that nobody deploys another's", async () => {
            expect(file(`Pulumi.${stack}.yaml`)).not.to.match(/hostname/i);
            const { error } = await runProgram(stack, { hostname: "" });
            expect(String(error)).to.include(
                `Run: pulumi config set --stack ${stack} hostname YOUR_HOST_NAME`,
            );
        });
    });
}

describe("index.ts", () => {
    it("has at most 15 lines, without condition, string template or AWS", () => {
        const text = file("index.ts");
        expect(text.trimEnd().split("\n").length).to.be.at.most(15);
        expect(text).not.to.match(/\bif\b|`|aws/);
    });
});

function file(name: string): string {
    return readFileSync(join(__dirname, "..", name), "utf8");
}

function count(types: readonly string[]): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
    return counts;
}

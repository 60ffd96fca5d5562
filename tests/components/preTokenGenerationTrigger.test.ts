import { expect } from "chai";

import { PreTokenGenerationTrigger } from "../../components/preTokenGenerationTrigger";
import { registeredOutputs } from "../support/registrations";
import { providerArgs } from "../support/component";
import { inputsOf, run, type Run } from "../support/program";

const logGroupArn = "arn:aws:logs:eu-central-1:123456789012:log-group:trigger-logs";
const tags = { Project: "flexai-oidc", Stack: "prod" };

describe("The trigger", () => {
    let evaluation: Run;
    let lambda: Readonly<Record<string, unknown>>;

    before(async () => {
        evaluation = await run(() => new PreTokenGenerationTrigger("trigger", providerArgs()));
        lambda = inputsOf(evaluation, "aws:lambda/function:Function");
    });

    it("is four resources, without the nine managed policies that CallbackFunction attaches to a role of its own", () => {
        expect(evaluation.resources.map(({ type, name }) => [type, name])).to.have.deep.members([
            ["aws:cloudwatch/logGroup:LogGroup", "trigger-logs"],
            ["aws:iam/role:Role", "trigger-role"],
            ["aws:iam/rolePolicy:RolePolicy", "trigger-logs"],
            ["aws:lambda/function:Function", "trigger"],
        ]);
    });

    it("keeps its log as long as configured", () => {
        const logGroup = inputsOf(evaluation, "aws:cloudwatch/logGroup:LogGroup");
        expect(logGroup).to.deep.equal({ retentionInDays: 365, tags });
    });

    it("lets only Lambda assume its role, for this account where Lambda states one", () => {
        const { assumeRolePolicy, ...others } = inputsOf(evaluation, "aws:iam/role:Role");
        expect(others).to.deep.equal({ tags });
        expect(JSON.parse(String(assumeRolePolicy))).to.deep.equal({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "lambda.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEqualsIfExists: { "aws:SourceAccount": "123456789012" } },
                },
            ],
        });
    });

    it("bounds what its role may do where a boundary is configured", async () => {
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/flexai-boundary";
        const bounded = await run(
            () => new PreTokenGenerationTrigger("trigger", providerArgs({ permissionsBoundary })),
        );
        const role = inputsOf(bounded, "aws:iam/role:Role");
        expect(role.permissionsBoundary).to.equal(permissionsBoundary);
        expect(inputsOf(evaluation, "aws:iam/role:Role")).not.to.have.property(
            "permissionsBoundary",
        );
    });

    it("may create and write streams of its own log group and nothing else", () => {
        const { policy, ...others } = inputsOf(evaluation, "aws:iam/rolePolicy:RolePolicy");
        expect(others).to.deep.equal({ role: "trigger-role" });
        expect(JSON.parse(String(policy))).to.deep.equal({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                    Resource: `${logGroupArn}:*`,
                },
            ],
        });
    });

    it("sets CallbackFunction's role, runtime, timeout, memory and loggingConfig", () => {
        const { role, runtime, timeout, memorySize, loggingConfig } = lambda;
        expect({ role, runtime, timeout, memorySize, loggingConfig }).to.deep.equal({
            role: "arn:aws:iam::123456789012:role/trigger-role",
            runtime: "nodejs24.x",
            timeout: 5,
            memorySize: 128,
            loggingConfig: { logFormat: "JSON", logGroup: "trigger-logs" },
        });
    });

    it("has no environment, no network, no layer and nothing else", () => {
        expect(Object.keys(lambda).sort()).to.deep.equal([
            "code",
            "handler",
            "loggingConfig",
            "memorySize",
            "role",
            "runtime",
            "tags",
            "timeout",
        ]);
        expect(lambda.handler).to.equal("__index.handler");
        expect(lambda.tags).to.deep.equal(tags);
    });

    it("is created after its policy and its log group, which would never expire if Lambda created it", () => {
        const { registrations } = evaluation;
        const found = registrations.find(({ type }) => type === "aws:lambda/function:Function");
        expect(found?.dependencies).to.deep.equal([
            "aws:cloudwatch/logGroup:LogGroup::trigger-logs",
            "aws:iam/role:Role::trigger-role",
            "aws:iam/rolePolicy:RolePolicy::trigger-logs",
        ]);
    });

    it("registers its function's ARN as its one output", () => {
        const outputs = registeredOutputs().get(
            "flexai-oidc:index:PreTokenGenerationTrigger::trigger",
        );
        expect(outputs).to.deep.equal({
            functionArn: "arn:aws:lambda:eu-central-1:123456789012:function:trigger",
        });
    });
});

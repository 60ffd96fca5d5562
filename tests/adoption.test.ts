import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { stateToken } from "../adoption/stackState";
import { userPoolId } from "./support/foundUserPool";
import { runProgram } from "./support/program";

type Inputs = Readonly<Record<string, unknown>>;

const trigger = "arn:aws:lambda:eu-central-1:123456789012:function:claims";

const pool = {
    arn: `arn:aws:cognito-idp:eu-central-1:123456789012:userpool/${userPoolId}`,
    domain: "people",
    customDomain: "auth.example.com",
    lambdaConfigs: [],
    schemaAttributes: [
        { name: "email", mutable: true, required: true },
        { name: "preferred_username", mutable: true, required: true },
    ],
    adminCreateUserConfigs: [{ allowAdminCreateUserOnly: true }],
    usernameAttributes: [],
    deletionProtection: "ACTIVE",
};
const settings = {
    UserPoolTier: "ESSENTIALS",
    AliasAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: false },
};

const answers: Readonly<Record<string, (inputs: Inputs) => object>> = {
    [stateToken]: () => ({ outputs: {} }),
    "aws:cognito/getUserPool:getUserPool": () => pool,
    "aws:cognito/getUserGroups:getUserGroups": () => ({ groups: [{ groupName: "flexai-user" }] }),
    "aws:cognito/getUserPoolClients:getUserPoolClients": () => ({
        clientIds: ["1"],
        clientNames: ["intranet"],
    }),
    "aws:cloudcontrol/getResource:getResource": ({ typeName }) => ({
        properties: JSON.stringify(
            typeName === "AWS::Cognito::UserPool" ? settings : { ManagedLoginVersion: 2 },
        ),
    }),
};

/** Runs the program with the key and AWS's answers; gives what it looked up, too. */
async function adopt(changed: typeof answers = {}, overrides: Inputs = {}) {
    const asked: unknown[] = [];
    const result = await runProgram(
        "dev",
        { existingUserPoolId: userPoolId, ...overrides },
        (token, inputs) => {
            asked.push([token, inputs]);
            return { ...answers, ...changed }[token]?.(inputs);
        },
    );
    return { ...result, asked };
}

function fails(reason: string) {
    return () => {
        // Pulumi passes on what a call of the engine's protocol fails with.
        throw Object.assign(new Error(reason), { details: reason });
    };
}

describe("The program with an existing user pool", () => {
    it("reads the state, the pool, its plan, its domain, its groups and its clients", async () => {
        const { asked, error } = await adopt();
        expect(error).to.equal(undefined);
        const userPool = { userPoolId };
        expect(asked).to.have.deep.members([
            [stateToken, { stackName: "organization/flexai-oidc/dev" }],
            ["aws:cognito/getUserPool:getUserPool", userPool],
            ["aws:cognito/getUserGroups:getUserGroups", userPool],
            ["aws:cognito/getUserPoolClients:getUserPoolClients", userPool],
            [
                "aws:cloudcontrol/getResource:getResource",
                { typeName: "AWS::Cognito::UserPool", identifier: userPoolId },
            ],
            [
                "aws:cloudcontrol/getResource:getResource",
                {
                    typeName: "AWS::Cognito::UserPoolDomain",
                    identifier: `${userPoolId}|auth.example.com`,
                },
            ],
        ]);
    });

    it("signs in at the custom domain before the prefix, and imports the group that is there", async () => {
        const { outputs, registrations } = await adopt();
        expect(outputs.endSessionEndpoint).to.equal("https://auth.example.com/logout");
        const imported = registrations.filter(({ importId }) => importId !== "");
        expect(imported.map(({ importId }) => importId)).to.have.members([
            userPoolId,
            `${userPoolId}/flexai-user`,
        ]);
    });

    it("warns of what a person has to know", async () => {
        const { warnings } = await adopt();
        expect(warnings.join("\n")).to.include("has other app clients (intranet)");
        expect(warnings).to.have.lengthOf(1);
    });

    it("registers nothing and tells every reason in one message when the pool is refused", async () => {
        const { error, registrations } = await adopt({
            "aws:cognito/getUserPool:getUserPool": () => ({
                ...pool,
                lambdaConfigs: [
                    {
                        preTokenGeneration: "",
                        preTokenGenerationConfigs: [{ lambdaArn: trigger, lambdaVersion: "V2_0" }],
                    },
                ],
            }),
            "aws:cloudcontrol/getResource:getResource": () => ({
                properties: JSON.stringify({ ...settings, UserPoolTier: "LITE" }),
            }),
            [stateToken]: () => ({
                outputs: {
                    "urn:pulumi:dev::flexai-oidc::aws:cognito/userPool:UserPool::flexai": {
                        type: "aws:cognito/userPool:UserPool",
                    },
                },
            }),
        });
        expect(pulumi.RunError.isInstance(error)).to.be.true;
        const [heading, ...reasons] = (error as Error).message.split("\n  - ");
        expect(heading).to.equal(
            "Nothing is touched, for the user pool of stack 'dev' is refused:",
        );
        expect(reasons).to.have.lengthOf(3);
        expect(reasons.join()).to.match(/a user pool of its own.*function:claims.*plan LITE/s);
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    it("refuses a trigger of event version 1 that is another's, too", async () => {
        const { error } = await adopt({
            "aws:cognito/getUserPool:getUserPool": () => ({
                ...pool,
                lambdaConfigs: [{ preTokenGeneration: trigger, preTokenGenerationConfigs: [] }],
            }),
        });
        expect(String(error)).to.include(`not this stack's, ${trigger}`);
    });

    it("has no stack trace in a refusal, which Node.js would take a minute to print", async () => {
        const { error } = await adopt({
            "aws:cognito/getUserPool:getUserPool": fails("ResourceNotFoundException"),
        });
        expect((error as Error).stack).to.equal(undefined);
    });

    it("tells what AWS says when there is no such pool, and the command that lists pools", async () => {
        const { error, registrations } = await adopt({
            "aws:cognito/getUserPool:getUserPool": fails("ResourceNotFoundException: no pool"),
        });
        expect((error as Error).message).to.equal(
            "Nothing is touched, for the user pool of stack 'dev' is refused:\n" +
                `  - 'flexai-oidc:existingUserPoolId' value '${userPoolId}' is no user pool that can be` +
                " read: user pool: ResourceNotFoundException: no pool\n" +
                "    Expected: the id of a user pool in this account and region, and the rights that" +
                " docs/adopting.md lists. Run: aws cognito-idp list-user-pools --max-results 60" +
                " --region eu-central-1",
        );
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    it("names each look-up that AWS refuses", async () => {
        const { error } = await adopt({
            "aws:cloudcontrol/getResource:getResource": fails("AccessDenied: cloudformation"),
            "aws:cognito/getUserGroups:getUserGroups": fails("AccessDenied: ListGroups"),
        });
        expect(String(error)).to.include(
            "plan: AccessDenied: cloudformation; domain: AccessDenied: cloudformation;" +
                " groups: AccessDenied: ListGroups\n",
        );
    });

    for (const [title, key] of [
        ["with", userPoolId],
        ["without", ""],
    ] as const) {
        it(`registers nothing ${title} the key while the state cannot be read`, async () => {
            const { error, registrations } = await adopt(
                { [stateToken]: fails("passphrase must be set") },
                { existingUserPoolId: key },
            );
            expect((error as Error).message).to.equal(
                "Nothing is touched, for the user pool of stack 'dev' is refused:\n" +
                    "  - The state of this stack cannot be read: passphrase must be set\n" +
                    "    Expected: that pulumi stack export works. Run it to see what is wrong.",
            );
            expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
        });
    }
});

describe("The program without an existing user pool", () => {
    it("reads the state and nothing else", async () => {
        const { asked } = await adopt({}, { existingUserPoolId: "" });
        expect(asked).to.deep.equal([[stateToken, { stackName: "organization/flexai-oidc/dev" }]]);
    });

    it("stops when the state has a pool that was taken over", async () => {
        const type = "aws:cognito/userPool:UserPool";
        const { error, registrations } = await adopt(
            {
                [stateToken]: () => ({
                    outputs: { [`urn:pulumi:dev::flexai-oidc::${type}::${userPoolId}`]: { type } },
                }),
            },
            { existingUserPoolId: "" },
        );
        expect(String(error)).to.include(`this stack has taken over the user pool ${userPoolId}`);
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });
});

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { stateToken } from "../../../prerequisites/stackState";
import { adopt, pool, settings, trigger } from "../../support/adoption";
import { userPoolId } from "../../support/foundUserPool";

describe("The program with an existing user pool", () => {
    it("reads the state, the pool, its plan, its domain, its groups and its clients", async () => {
        const { asked, error } = await adopt();
        expect(error).to.equal(undefined);
        const userPool = { userPoolId };
        expect(asked).to.have.deep.members([
            [stateToken, { stackName: "organization/flexai-oidc/dev" }],
            ["aws:index/getCallerIdentity:getCallerIdentity", {}],
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
        expect(warnings).to.have.lengthOf(2);
        expect(warnings[0]).to.include("has a group flexai-user:");
        expect(warnings[1]).to.include("has other app clients (intranet)");
    });

    it("registers nothing and names every reason in one message when the pool is refused", async () => {
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
            "The user pool of stack 'dev' cannot be taken over; nothing in AWS was changed:",
        );
        expect(reasons).to.have.lengthOf(3);
        expect(reasons.join()).to.match(/a user pool of its own.*function:claims.*plan LITE/s);
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    for (const absent of [
        "lambdaConfigs",
        "schemaAttributes",
        "adminCreateUserConfigs",
        "usernameAttributes",
        "customDomain",
    ]) {
        it(`reads a pool of which AWS shows no ${absent}`, async () => {
            const { error } = await adopt({
                "aws:cognito/getUserPool:getUserPool": () => ({ ...pool, [absent]: undefined }),
            });
            expect(error === undefined || pulumi.RunError.isInstance(error)).to.be.true;
            expect(String(error)).not.to.match(/undefined \(|not iterable|cannot be read/);
        });
    }

    it("takes over a pool without domain, trigger, groups and clients, which are absent", async () => {
        const { schemaAttributes } = pool;
        const { error, registrations } = await adopt({
            "aws:cognito/getUserPool:getUserPool": () => ({ arn: pool.arn, schemaAttributes }),
            "aws:cognito/getUserGroups:getUserGroups": () => ({}),
            "aws:cognito/getUserPoolClients:getUserPoolClients": () => ({}),
        });
        expect(error).to.equal(undefined);
        const imported = registrations.filter(({ importId }) => importId !== "");
        expect(imported.map(({ importId }) => importId)).to.deep.equal([userPoolId]);
    });

    it("takes over a pool whose trigger block is there and empty", async () => {
        const { error } = await adopt({
            "aws:cognito/getUserPool:getUserPool": () => ({ ...pool, lambdaConfigs: [{}] }),
        });
        expect(error).to.equal(undefined);
    });

    it("refuses people to create in a pool whose usernames are emails", async () => {
        const { error } = await adopt(
            {
                "aws:cognito/getUserPool:getUserPool": () => ({
                    ...pool,
                    usernameAttributes: ["email"],
                }),
            },
            { users: [{ username: "anna", email: "anna@example.com" }] },
        );
        expect(String(error)).to.include("uses email as the username");
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
});

describe("The program without an existing user pool", () => {
    it("reads the state and whose credentials it has, and nothing else", async () => {
        const { asked } = await adopt({}, { existingUserPoolId: "" });
        expect(asked).to.deep.equal([
            [stateToken, { stackName: "organization/flexai-oidc/dev" }],
            ["aws:index/getCallerIdentity:getCallerIdentity", {}],
        ]);
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

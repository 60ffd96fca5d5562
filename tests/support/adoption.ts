import { stateToken } from "../../prerequisites/stackState";
import { userPoolId } from "./foundUserPool";
import { runProgram } from "./program";

type Inputs = Readonly<Record<string, unknown>>;

/** A function that is not this stack's. */
export const trigger = "arn:aws:lambda:eu-central-1:123456789012:function:claims";

/** What AWS shows of a pool that can be taken over; lists that it does not have are absent. */
export const pool = {
    arn: `arn:aws:cognito-idp:eu-central-1:123456789012:userpool/${userPoolId}`,
    domain: "people",
    customDomain: "auth.example.com",
    schemaAttributes: [
        { name: "email", mutable: true, required: true },
        { name: "preferred_username", mutable: true, required: true },
    ],
    adminCreateUserConfigs: [{ allowAdminCreateUserOnly: true }],
    deletionProtection: "ACTIVE",
};
/** What AWS's Cloud Control API shows of it besides. */
export const settings = {
    UserPoolTier: "ESSENTIALS",
    AliasAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: false },
};

const responses: Readonly<Record<string, (inputs: Inputs) => object>> = {
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

/** Runs the program with the key and AWS's responses; returns what it looked up, too. */
export async function adopt(changed: typeof responses = {}, overrides: Inputs = {}) {
    const asked: unknown[] = [];
    const result = await runProgram(
        "dev",
        { existingUserPoolId: userPoolId, ...overrides },
        (token, inputs) => {
            asked.push([token, inputs]);
            return { ...responses, ...changed }[token]?.(inputs);
        },
    );
    return { ...result, asked };
}

/** Fails a look-up as AWS would. */
export function fails(reason: string) {
    return () => {
        // Pulumi passes on what a call of the engine's protocol fails with.
        throw Object.assign(new Error(reason), { details: reason });
    };
}

import { expect } from "chai";

import {
    cognitoEvent,
    defaults,
    expectedResponse,
    expectedRoles,
} from "../support/preTokenGeneration";
import { inputsOf, type Run, runProgram } from "../support/program";
import { LambdaFunction } from "./support/lambdaFunction";

const [manager, editor, user] = ["flexai-manager", "flexai-editor", "flexai-user"];

const sources = [
    ["sign-in", "TokenGeneration_HostedAuth"],
    ["refresh", "TokenGeneration_RefreshTokens"],
] as const;

const groups: readonly (readonly [title: string, groups: unknown])[] = [
    ["no group", []],
    ["one group", [editor]],
    ["every group, in another order", [user, manager, editor]],
    ["a group twice and foreign groups", ["admins", user, user, "eu-central-1_Abc123XyZ_Google"]],
    ["groups missing", undefined],
    ["groups null", null],
    ["a string in place of the list", user],
    ["a number in place of the list", 3],
    ["an object in place of the list", { 0: user, length: 1 }],
    ["entries that are not strings", [null, 1, {}, [user], user]],
    ["10,000 foreign groups", Array.from({ length: 10_000 }, (_, i) => `group-${String(i)}`)],
];

describe("The uploaded archive in AWS's Lambda Runtime Interface Client", () => {
    let evaluation: Run;
    let lambda: LambdaFunction;

    before(async () => {
        evaluation = await runProgram("prod");
        lambda = await LambdaFunction.start(evaluation);
    });
    after(() => lambda.stop());

    /** Expects the roles in both tokens, and the event to come back otherwise as it was. */
    async function expectRoles(
        event: object | null,
        roles: readonly string[],
        name?: string,
    ): Promise<void> {
        const sent = JSON.parse(JSON.stringify(event)) as object | null;
        expect(await lambda.invoke(event)).to.deep.equal({
            kind: "response",
            body: { ...sent, response: expectedResponse(roles, { name }) },
        });
    }

    it("runs on the release of Node.js that the program asks for", () => {
        const { runtime } = inputsOf(evaluation, "aws:lambda/function:Function");
        expect(runtime).to.equal("nodejs24.x");
    });

    for (const [occasion, triggerSource] of sources) {
        for (const [title, held] of groups) {
            it(`at ${occasion}, ${title}: both tokens carry the roles`, async () => {
                const event = { ...cognitoEvent(held), triggerSource };
                await expectRoles(event, expectedRoles(held, defaults));
            });
        }

        for (const groupConfiguration of [null, {}, [], user, undefined]) {
            const given = JSON.stringify(groupConfiguration) as string | undefined;
            it(`at ${occasion}, groupConfiguration ${given ?? "missing"}: no role`, async () => {
                const event = cognitoEvent([], { request: { groupConfiguration } });
                await expectRoles({ ...event, triggerSource }, []);
            });
        }
    }

    for (const userAttributes of [{}, { preferred_username: "" }, null, undefined]) {
        const given = JSON.stringify(userAttributes) as string | undefined;
        it(`with the attributes ${given ?? "missing"}, the ID token has the user's name`, async () => {
            const event = cognitoEvent([user], { request: { userAttributes } });
            await expectRoles(event, [user], event.userName);
        });
    }

    for (const event of [null, {}, { request: null }, { request: {} }, { request: "text" }]) {
        it(`responds to the event ${JSON.stringify(event)} with no role`, async () => {
            await expectRoles(event, []);
        });
    }

    it("writes no line of its own to the log", () => {
        expect(lambda.output).to.equal("");
    });
});

import { expect } from "chai";

import { cognitoEvent, defaults, expectedRoles } from "../support/preTokenGeneration";
import { inputsOf, type Run, runProgram } from "../support/program";
import { LambdaFunction } from "./support/lambdaFunction";

const [manager, editor, user] = ["flexai-manager", "flexai-editor", "flexai-user"];
const claim = defaults.rolesClaim;

/** The claims that a response adds, by token. */
interface Claims {
    readonly idTokenGeneration: { readonly claimsToAddOrOverride: Record<string, unknown> };
    readonly accessTokenGeneration: { readonly claimsToAddOrOverride: Record<string, unknown> };
}

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

    /** Expects both tokens to carry these roles, and the event to come back otherwise as it was. */
    async function expectRoles(event: unknown, roles: readonly string[]): Promise<void> {
        const { kind, body } = await lambda.invoke(event);
        expect(kind).to.equal("response");
        const { response, ...rest } = body as { readonly response: Record<string, unknown> };
        expect(Object.keys(response)).to.deep.equal(["claimsAndScopeOverrideDetails"]);
        const details = response.claimsAndScopeOverrideDetails as Claims;
        expect(details).to.have.all.keys("idTokenGeneration", "accessTokenGeneration");
        const { idTokenGeneration, accessTokenGeneration } = details;
        expect(accessTokenGeneration).to.deep.equal({ claimsToAddOrOverride: { [claim]: roles } });
        expect(Object.keys(idTokenGeneration)).to.deep.equal(["claimsToAddOrOverride"]);
        expect(idTokenGeneration.claimsToAddOrOverride[claim]).to.deep.equal(roles);
        expect(response).to.deep.include({ claimsAndScopeOverrideDetails: details });
        const sent = JSON.parse(JSON.stringify(event)) as { response?: unknown } | null;
        delete sent?.response;
        expect(rest).to.deep.equal(sent ?? {});
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

    for (const event of [null, {}, { request: null }, { request: {} }, { request: "text" }]) {
        it(`responds to the event ${JSON.stringify(event)} with no role`, async () => {
            await expectRoles(event, []);
        });
    }

    it("writes no line of its own to the log", () => {
        expect(lambda.output).to.equal("");
    });
});

import { expect } from "chai";

import { switchRefusals, userPoolRefusals } from "../../adoption/refusals";
import { foundUserPool, stackState, userPoolId } from "../support/foundUserPool";

const other = "eu-central-1_Other0000";
const foreign = "arn:aws:lambda:eu-central-1:123456789012:function:claims";

describe("A stack's user pool", () => {
    for (const [title, configured, userPools] of [
        ["may be made where there is none", "", []],
        ["may be taken over where there is none", userPoolId, []],
        ["stays the stack's own", "", ["flexai"]],
        ["stays the one that was taken over", userPoolId, [userPoolId]],
    ] as const) {
        it(title, () => {
            expect(switchRefusals(configured, stackState({ userPools }))).to.deep.equal([]);
        });
    }

    it("is not exchanged for an existing one when it is the stack's own", () => {
        expect(switchRefusals(userPoolId, stackState({ userPools: ["flexai"] }))).to.deep.equal([
            `'flexai-oidc:existingUserPoolId' value '${userPoolId}', but this stack has a user pool of` +
                " its own, which cannot be exchanged for another. Run: pulumi config rm" +
                " existingUserPoolId\n    To take over a pool, make another stack: pulumi stack init NAME",
        ]);
    });

    it("is not exchanged for a new one when it was taken over", () => {
        expect(switchRefusals("", stackState({ userPools: [userPoolId] }))).to.deep.equal([
            "'flexai-oidc:existingUserPoolId' is missing, but this stack has taken over the user pool" +
                ` ${userPoolId}, and stays with it. Run: pulumi config set existingUserPoolId` +
                ` ${userPoolId}\n    For another pool or a new one, make another stack: pulumi stack init NAME`,
        ]);
    });

    it("is not exchanged for another that exists", () => {
        expect(switchRefusals(other, stackState({ userPools: [userPoolId] }))).to.deep.equal([
            `'flexai-oidc:existingUserPoolId' value '${other}', but this stack has taken over the user` +
                ` pool ${userPoolId}, and stays with it. Run: pulumi config set existingUserPoolId` +
                ` ${userPoolId}\n    For another pool or a new one, make another stack: pulumi stack init NAME`,
        ]);
    });
});

describe("An existing user pool is taken over", () => {
    for (const [title, found, state] of [
        ["as flexAI's manual has it made", {}, {}],
        ["on the plan PLUS", { tier: "PLUS" }, {}],
        ["when AWS does not tell its plan", { tier: undefined }, {}],
        ["with emails for usernames", { usernameAttributes: ["email"] }, {}],
        [
            "with the trigger of this stack",
            { preTokenGenerationArn: foreign },
            { functionArns: [foreign] },
        ],
    ] as const) {
        it(title, () => {
            expect(userPoolRefusals(foundUserPool(found), stackState(state), false)).to.deep.equal(
                [],
            );
        });
    }

    it("with people to create, where usernames are names", () => {
        expect(userPoolRefusals(foundUserPool(), stackState(), true)).to.deep.equal([]);
    });
});

describe("An existing user pool is refused", () => {
    for (const [title, found, sentence] of [
        [
            "when another function is its pre token generation trigger",
            { preTokenGenerationArn: foreign },
            `has a pre token generation trigger that is not this stack's, ${foreign}, and a pool has` +
                " room for one. Expected: none. See whether its work is still needed; if it is not, take" +
                " it off in the console: the pool, Authentication, Extensions, Delete Lambda trigger.",
        ],
        [
            "on the plan LITE",
            { tier: "LITE" },
            "is on the plan LITE, which cannot put roles into access tokens. Expected: ESSENTIALS or" +
                " PLUS. Another plan costs money for each user who signs in, so it is yours to choose" +
                " in the console: the pool, Settings, Feature plan.",
        ],
        [
            "without the attribute email",
            { email: undefined },
            "has no attribute email, by which flexAI's users are reached. Expected: the standard" +
                " attribute email, which cannot be added later. Take over another pool, or let this" +
                " stack make one. Run: pulumi config rm existingUserPoolId",
        ],
        [
            "when the email can never be changed",
            { email: { mutable: false } },
            "has an attribute email that nobody can ever change (immutable). Expected: a mutable one," +
                " which it cannot be made later. Take over another pool, or let this stack make one." +
                " Run: pulumi config rm existingUserPoolId",
        ],
    ] as const) {
        it(title, () => {
            expect(userPoolRefusals(foundUserPool(found), stackState(), false)).to.deep.equal([
                `User pool ${userPoolId} ${sentence}`,
            ]);
        });
    }

    it("when its usernames are emails and there are people to create", () => {
        const pool = foundUserPool({ usernameAttributes: ["email", "phone_number"] });
        expect(userPoolRefusals(pool, stackState(), true)).to.deep.equal([
            `User pool ${userPoolId} takes email or phone_number for the username, so the people in` +
                " 'flexai-oidc:users', whose usernames are no addresses, cannot be created there." +
                " Expected: no users. Create them in the console. Run: pulumi config rm users",
        ]);
    });

    it("for the function of another stack, which only this stack's state tells from its own", () => {
        const pool = foundUserPool({ preTokenGenerationArn: foreign });
        const state = stackState({ functionArns: [`${foreign}-2`] });
        expect(userPoolRefusals(pool, state, false)).to.have.lengthOf(1);
    });

    it("for every reason at once", () => {
        const pool = foundUserPool({
            preTokenGenerationArn: foreign,
            tier: "LITE",
            email: undefined,
            usernameAttributes: ["email"],
        });
        expect(userPoolRefusals(pool, stackState(), true)).to.have.lengthOf(4);
    });
});

import { expect } from "chai";

import { userPoolRefusals } from "../../../prerequisites/userPool/userPoolRefusals";
import { foundUserPool, required, stackState, userPoolId } from "../../support/foundUserPool";
import { inOneLine } from "../../support/messages";
import { inProject } from "../../support/project";

const foreign = "arn:aws:lambda:eu-central-1:123456789012:function:claims";
const describePool = `aws cognito-idp describe-user-pool --region eu-central-1 --user-pool-id ${userPoolId}`;
const otherPool =
    "Take over another pool. Run: pulumi config set --stack dev existingUserPoolId YOUR_USER_POOL_ID";
const email = required("email");
const uncarried = { reset: [], unknown: ["Glow", "LambdaConfig.Sparkle"] };

describe("An existing user pool is taken over", () => {
    inProject();

    for (const [title, found, state] of [
        ["as flexAI's manual has it made", {}, {}],
        ["on the plan PLUS", { tier: "PLUS" }, {}],
        ["when AWS does not show its plan", { tier: undefined }, {}],
        ["with emails as usernames", { usernameAttributes: ["email"] }, {}],
        ["without an attribute preferred_username", { attributes: [email] }, {}],
        ["with further required attributes", { attributes: [email, required("name")] }, {}],
        [
            "with this stack's own function as its trigger",
            { preTokenGenerationArn: foreign },
            { functionArns: [foreign] },
        ],
        [
            "again, although AWS shows settings that are newer than this program",
            { uncarried },
            { userPools: [userPoolId] },
        ],
    ] as const) {
        it(title, () => {
            expect(
                inOneLine(userPoolRefusals(foundUserPool(found), stackState(state), false)),
            ).to.deep.equal([]);
        });
    }

    it("with people to create, where usernames are names", () => {
        const attributes = [required("sub"), email, required("preferred_username")];
        expect(
            inOneLine(userPoolRefusals(foundUserPool({ attributes }), stackState(), true)),
        ).to.deep.equal([]);
    });
});

describe("An existing user pool is refused", () => {
    inProject();

    for (const [title, found, sentence] of [
        [
            "when another function is its pre token generation trigger",
            { preTokenGenerationArn: foreign },
            `has a pre token generation trigger that is not this stack's, ${foreign}, and a pool has` +
                " room for one. Expected: none. If nobody needs it any more, remove it in the console:" +
                " the pool, Authentication, Extensions, Delete Lambda trigger.",
        ],
        [
            "on the plan LITE",
            { tier: "LITE" },
            "is on the plan LITE, whose pre token generation trigger changes ID tokens alone; flexAI's" +
                " has to change access tokens too. Expected: ESSENTIALS or PLUS. Another plan costs money" +
                " for each user who signs in: choose it in the console: the pool, Settings, Feature plan." +
                ` To see it, run: ${describePool} --query UserPool.UserPoolTier`,
        ],
        [
            "without the attribute email",
            { attributes: [] },
            "has no attribute email, by which flexAI's users are reached. Expected: the standard" +
                ` attribute email, which cannot be added later. ${otherPool}`,
        ],
        [
            "when the email can never be changed",
            { attributes: [{ ...email, mutable: false }] },
            "has an attribute email that nobody can ever change (immutable). Expected: a" +
                ` mutable one; a pool cannot change it later. ${otherPool}`,
        ],
        [
            "when preferred_username can never be changed",
            {
                attributes: [
                    email,
                    { name: "preferred_username", required: false, mutable: false },
                ],
            },
            "has an attribute preferred_username that nobody can ever change (immutable). Expected: a" +
                ` mutable one; a pool cannot change it later. ${otherPool}`,
        ],
        [
            "with settings that the provider would reset",
            { uncarried: { reset: ["LambdaConfig.InboundFederation"], unknown: [] } },
            "has settings that Pulumi's AWS provider does not know: LambdaConfig.InboundFederation. An" +
                " update of the trigger would reset them to AWS's defaults, which may break the pool's" +
                ` other applications. Expected: AWS's defaults. To see them, run: ${describePool}`,
        ],
        [
            "with settings that are newer than this program",
            { uncarried },
            "has settings that are newer than this program: Glow, LambdaConfig.Sparkle. An update of" +
                " the trigger might reset them. Expected: a version of this program that knows them. To" +
                ` see them, run: ${describePool}`,
        ],
        [
            "with an invitation that lacks a message",
            { missingInvitationMessages: ["EmailSubject", "SMSMessage"] },
            "has an invitation of its own without EmailSubject and SMSMessage, and AWS refuses every" +
                " update of such a pool by Pulumi's AWS provider, which sends the missing one empty." +
                " Expected: an email subject, an email message and an SMS message. Add what is missing in" +
                " the console: the pool, Message templates, Invitation message.",
        ],
    ] as const) {
        it(title, () => {
            expect(
                inOneLine(userPoolRefusals(foundUserPool(found), stackState(), false)),
            ).to.deep.equal([`User pool ${userPoolId} ${sentence}`]);
        });
    }

    const advice = "Create these people in the console, and empty the list in Pulumi.dev.yaml.";

    it("when its usernames are emails and there are people to create", () => {
        const pool = foundUserPool({ usernameAttributes: ["email", "phone_number"] });
        expect(inOneLine(userPoolRefusals(pool, stackState(), true))).to.deep.equal([
            `User pool ${userPoolId} uses email or phone_number as the username, so the people in` +
                " 'flexai-oidc:users', whose usernames are not addresses, cannot be created there." +
                ` Expected: no users. ${advice}`,
        ]);
    });

    it("when it requires attributes that the people to create do not have", () => {
        const attributes = [email, required("name"), required("phone_number")];
        expect(
            inOneLine(userPoolRefusals(foundUserPool({ attributes }), stackState(), true)),
        ).to.deep.equal([
            `User pool ${userPoolId} requires attributes that 'flexai-oidc:users' does not have: name,` +
                ` phone_number. Expected: no users. ${advice}`,
        ]);
    });

    it("because of the function of another stack, which only the state distinguishes", () => {
        const pool = foundUserPool({ preTokenGenerationArn: foreign });
        const state = stackState({ functionArns: [`${foreign}-2`] });
        expect(inOneLine(userPoolRefusals(pool, state, false))).to.have.lengthOf(1);
    });

    it("because of settings that the provider would reset, also when it was taken over before", () => {
        const pool = foundUserPool({ uncarried: { reset: ["KeyConfiguration"], unknown: [] } });
        const state = stackState({ userPools: [userPoolId] });
        expect(inOneLine(userPoolRefusals(pool, state, false))).to.have.lengthOf(1);
    });

    it("with every reason at once", () => {
        const pool = foundUserPool({
            preTokenGenerationArn: foreign,
            tier: "LITE",
            attributes: [required("name")],
            usernameAttributes: ["email"],
            uncarried: { reset: ["A"], unknown: ["B"] },
            missingInvitationMessages: ["SMSMessage"],
        });
        expect(inOneLine(userPoolRefusals(pool, stackState(), true))).to.have.lengthOf(8);
    });
});

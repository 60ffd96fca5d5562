import { expect } from "chai";

import { userPoolWarnings } from "../../adoption/warnings";
import { foundUserPool, stackState, userPoolId } from "../support/foundUserPool";

const client = { id: "1example23456789", name: "intranet" };

describe("A pool that is taken over", () => {
    it("is not warned of when it is as flexAI's manual has it made", () => {
        expect(userPoolWarnings(foundUserPool(), stackState(), ["flexai-user"])).to.deep.equal([]);
    });

    for (const [title, found, sentence] of [
        [
            "lets strangers sign up, which is harmless",
            { selfRegistration: true },
            "lets strangers sign up. They get no role, for roles come from groups, which only" +
                " administrators fill, and flexAI refuses users without a role. To end it: the pool," +
                " Authentication, Sign-up, Self-registration.",
        ],
        [
            "tells names apart by case",
            { caseSensitive: true },
            "tells usernames apart by case: Anna and anna are two users. This cannot be changed in a" +
                " pool that exists, so watch for such pairs.",
        ],
        [
            "takes emails for usernames",
            { usernameAttributes: ["email"], aliasAttributes: [] },
            "takes email for the username, where flexAI's manual has both a username and the email." +
                " People sign in with that alone.",
        ],
        [
            "does not take the email at all",
            { aliasAttributes: ["phone_number"] },
            "does not take the email to sign in with. People sign in with their username alone; this" +
                " cannot be changed in a pool that exists.",
        ],
        [
            "has users without preferred_username",
            { preferredUsernameRequired: false },
            "does not require preferred_username, which flexAI tells users apart by. Give each user a" +
                " unique one; this lists those without: aws cognito-idp list-users --region" +
                ` eu-central-1 --user-pool-id ${userPoolId} --query` +
                " 'Users[?!Attributes[?Name==`\"preferred_username\"`]].Username'",
        ],
        [
            "is not protected",
            { deletionProtection: false },
            "is not protected from deletion. This program never deletes it; to stop others: the pool," +
                " Settings, Deletion protection.",
        ],
        [
            "does not tell its plan",
            { tier: undefined },
            "does not tell its plan, which must be ESSENTIALS or PLUS: see the pool, Settings, Feature" +
                " plan. With LITE Cognito refuses the trigger and the pool stays as it is.",
        ],
        [
            "has other clients",
            { clients: [client, { id: "2", name: "shop" }] },
            "has other app clients (intranet, shop). Their tokens will carry the roles as well, as one" +
                " more claim.",
        ],
    ] as const) {
        it(`is warned of when it ${title}`, () => {
            expect(userPoolWarnings(foundUserPool(found), stackState(), [])).to.deep.equal([
                `User pool ${userPoolId} ${sentence}`,
            ]);
        });
    }

    it("is warned of as dangerous when strangers sign up and get a default role", () => {
        const pool = foundUserPool({ selfRegistration: true });
        expect(userPoolWarnings(pool, stackState(), ["flexai-user"])).to.deep.equal([
            `User pool ${userPoolId} lets strangers sign up, and 'flexai-oidc:defaultRoles' gives everybody` +
                " flexai-user: whoever signs up gets into flexAI. Run: pulumi config rm defaultRoles",
        ]);
    });

    it("is not warned of for the stack's own client", () => {
        const pool = foundUserPool({ clients: [client] });
        const state = stackState({ clientIds: [client.id] });
        expect(userPoolWarnings(pool, state, [])).to.deep.equal([]);
    });
});

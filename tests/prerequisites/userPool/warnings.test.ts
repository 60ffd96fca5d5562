import { expect } from "chai";

import { userPoolWarnings } from "../../../prerequisites/userPool/warnings";
import { foundUserPool, required, stackState, userPoolId } from "../../support/foundUserPool";
import { inOneLine } from "../../support/messages";
import { inProject } from "../../support/project";

const client = { id: "1example23456789", name: "intranet" };
const roles = ["flexai-manager", "it's", "flexai-user"];
const command = (name: string) =>
    `aws cognito-idp ${name} --region eu-central-1 --user-pool-id ${userPoolId}`;
const listUsers = `${command("list-users")} --query 'Users[].Username'`;
const commandFor = (id: string) =>
    `${command("describe-user-pool-client")} --client-id ${id} --query` +
    " 'UserPoolClient.[AllowedOAuthScopes,ExplicitAuthFlows,WriteAttributes,ReadAttributes]'";
const describeClient = (id: string) =>
    " Their tokens will carry the roles too, as one more claim. A user who signs in through one of" +
    " them may be able to change their own preferred_username, and so to appear in flexAI as somebody" +
    " else, unless its WriteAttributes leave that out or it offers neither API sign-in" +
    " (ExplicitAuthFlows) nor the scope aws.cognito.signin.user.admin. To see this, run:" +
    ` ${commandFor(id)}`;
const holds =
    ": each of its members holds the role of that name in flexAI from now on. To see them, run:" +
    ` ${command("list-users-in-group")} --group-name`;

describe("A pool that is taken over", () => {
    inProject();

    it("is not warned of when it is as flexAI's manual has it made", () => {
        expect(inOneLine(userPoolWarnings(foundUserPool(), stackState(), roles, []))).to.deep.equal(
            [],
        );
    });

    for (const [title, found, sentences] of [
        [
            "lets strangers sign up, which is harmless",
            { selfRegistration: true },
            [
                "lets strangers sign up. They get no role, because roles come from groups, which only" +
                    " administrators fill, and flexAI refuses users without a role. To end it: the pool," +
                    " Authentication, Sign-up, Self-registration. To see its users, run:" +
                    ` ${listUsers}`,
            ],
        ],
        [
            "distinguishes names by case",
            { caseSensitive: true },
            [
                "distinguishes usernames by case: Anna and anna are two users. This cannot be changed in" +
                    ` a pool that exists. To look for such pairs, run: ${listUsers}`,
            ],
        ],
        [
            "uses emails as usernames",
            { usernameAttributes: ["email"], aliasAttributes: [] },
            [
                "uses email as the username, where flexAI's manual has both a username and the email." +
                    " People sign in with that alone.",
            ],
        ],
        [
            "does not accept the email at all",
            { aliasAttributes: ["phone_number"] },
            [
                "does not accept the email to sign in with. People sign in with their username alone;" +
                    " this cannot be changed in a pool that exists.",
            ],
        ],
        [
            "may have users without preferred_username",
            {
                attributes: [
                    required("email"),
                    { ...required("preferred_username"), required: false },
                ],
            },
            [
                "does not require preferred_username, by which flexAI distinguishes users. Users without" +
                    " one appear under their username, which another person may have chosen as their" +
                    " preferred_username: give each user a unique one. To see who has none, run:" +
                    ` ${command("list-users")} --query` +
                    " 'Users[?!Attributes[?Name==`\"preferred_username\"`]].Username'",
            ],
        ],
        [
            "is not protected",
            { deletionProtection: false },
            [
                "is not protected from deletion. This program never deletes it; to stop others: the" +
                    " pool, Settings, Deletion protection.",
            ],
        ],
        [
            "does not show its plan",
            { tier: undefined },
            [
                "does not show its plan, which must be ESSENTIALS or PLUS: on LITE, AWS refuses the" +
                    " trigger and pulumi up fails. To see it, run:" +
                    ` ${command("describe-user-pool")} --query UserPool.UserPoolTier`,
            ],
        ],
        [
            "has another client",
            { clients: [client] },
            [`has other app clients (intranet).${describeClient(client.id)}`],
        ],
        [
            "has other clients",
            { clients: [client, { id: "2", name: "shop" }] },
            [
                `has other app clients (intranet, shop).${describeClient("1example23456789")}` +
                    ` ${commandFor("2")}`,
            ],
        ],
        [
            "has groups under the names of roles",
            {
                groups: [
                    { name: "flexai-manager", roleArn: "arn:aws:iam::123456789012:role/team" },
                    { name: "sales", roleArn: "" },
                    { name: "it's", roleArn: "" },
                ],
            },
            [
                "has a group flexai-manager (IAM role arn:aws:iam::123456789012:role/team)" +
                    `${holds} flexai-manager`,
                `has a group it's${holds} 'it'\\''s'`,
            ],
        ],
    ] as const) {
        it(`is warned of when it ${title}`, () => {
            expect(
                inOneLine(userPoolWarnings(foundUserPool(found), stackState(), roles, [])),
            ).to.deep.equal(sentences.map((sentence) => `User pool ${userPoolId} ${sentence}`));
        });
    }

    for (const [title, selfRegistration, strangers] of [
        ["a default role", false, ""],
        [
            "a default role, and strangers sign up",
            true,
            "; whoever signs up gets into flexAI as well",
        ],
    ] as const) {
        it(`is warned of when everybody gets ${title}`, () => {
            const pool = foundUserPool({ selfRegistration });
            expect(
                inOneLine(userPoolWarnings(pool, stackState(), roles, ["flexai-user"])),
            ).to.deep.equal([
                `User pool ${userPoolId} grants flexai-user to each of its users, because` +
                    ` 'flexai-oidc:defaultRoles' does${strangers}. To see them, run: ${listUsers}`,
            ]);
        });
    }

    it("is warned of settings newer than the program once it is taken over", () => {
        const pool = foundUserPool({ uncarried: { reset: [], unknown: ["Glow", "Sparkle"] } });
        const state = stackState({ userPools: [userPoolId] });
        expect(inOneLine(userPoolWarnings(pool, state, roles, []))).to.deep.equal([
            `User pool ${userPoolId} has settings that are newer than this program: Glow, Sparkle. If` +
                " the trigger ever has to be set again, the update might reset them. To see them, run:" +
                ` ${command("describe-user-pool")}`,
        ]);
        expect(inOneLine(userPoolWarnings(pool, stackState(), roles, []))).to.deep.equal([]);
    });

    it("is not warned of because of the stack's own client and groups", () => {
        const groups = [{ name: "flexai-user", roleArn: "" }];
        const pool = foundUserPool({ clients: [client], groups });
        const state = stackState({ clientIds: [client.id], groups: ["flexai-user"] });
        expect(inOneLine(userPoolWarnings(pool, state, roles, []))).to.deep.equal([]);
    });
});

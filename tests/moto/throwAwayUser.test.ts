import { setTimeout } from "node:timers/promises";

import {
    AdminCreateUserCommand,
    AdminGetUserCommand,
    AdminListGroupsForUserCommand,
    InitiateAuthCommand,
    CreateUserPoolClientCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect } from "chai";

import { ThrowAwayUser } from "../../doctor/signIn/throwAwayUser";
import { UserPoolAdmin } from "../../doctor/signIn/userPoolAdmin";
import { useMoto } from "./moto";

describe("a throw-away user in AWS", () => {
    const moto = useMoto();
    const userIn = (userPoolId: string) => new ThrowAwayUser(new UserPoolAdmin(userPoolId));

    it("has verified attributes, and a password that need not be changed", async () => {
        const UserPoolId = await moto.createPool();
        const user = userIn(UserPoolId);
        await user.create();
        const Username = user.username;
        const client = moto.client();
        const found = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
        const attributes = Object.fromEntries(
            (found.UserAttributes ?? []).map(({ Name = "", Value }) => [Name, Value]),
        );
        expect(attributes).to.include({
            email: `${Username}@doctor.invalid`,
            email_verified: "true",
            preferred_username: Username,
        });
        expect(found.UserStatus).to.equal("CONFIRMED");
        const { UserPoolClient } = await client.send(
            new CreateUserPoolClientCommand({ UserPoolId, ClientName: "flexAI" }),
        );
        const { AuthenticationResult } = await client.send(
            new InitiateAuthCommand({
                ClientId: UserPoolClient?.ClientId,
                AuthFlow: "USER_PASSWORD_AUTH",
                AuthParameters: { USERNAME: Username, PASSWORD: user.password },
            }),
        );
        expect(AuthenticationResult).to.have.property("IdToken");
    });

    it("is in a group from joining it to leaving it", async () => {
        const UserPoolId = await moto.createPool();
        const user = userIn(UserPoolId);
        await user.create();
        const groups = async () => {
            const { Groups = [] } = await moto
                .client()
                .send(new AdminListGroupsForUserCommand({ UserPoolId, Username: user.username }));
            return Groups.map(({ GroupName }) => GroupName);
        };
        expect(await groups()).to.deep.equal([]);
        await user.join("flexai-user");
        expect(await groups()).to.deep.equal(["flexai-user"]);
        await user.leave();
        expect(await groups()).to.deep.equal([]);
    });

    it("is deleted, also twice and after somebody else did", async () => {
        const userPoolId = await moto.createPool();
        const user = userIn(userPoolId);
        await user.create();
        expect(await moto.usernames(userPoolId)).to.deep.equal([user.username]);
        await new UserPoolAdmin(userPoolId).deleteUser(user.username);
        await user.delete();
        await user.delete();
        expect(await moto.usernames(userPoolId)).to.deep.equal([]);
    });

    it("has an email for a username where the pool wants one", async () => {
        const userPoolId = await moto.createPool({
            AliasAttributes: undefined,
            UsernameAttributes: ["email"],
        });
        const user = userIn(userPoolId);
        await user.create();
        expect(user.username).to.match(/^flexai-doctor-[0-9a-f]{16}@doctor\.invalid$/);
        expect(await moto.usernames(userPoolId)).to.have.lengthOf(1);
        await user.delete();
        expect(await moto.usernames(userPoolId)).to.deep.equal([]);
    });

    it("deletes what an earlier run left, and nobody else", async () => {
        const UserPoolId = await moto.createPool();
        const create = (Username: string, email: string) =>
            moto.client().send(
                new AdminCreateUserCommand({
                    UserPoolId,
                    Username,
                    MessageAction: "SUPPRESS",
                    UserAttributes: [{ Name: "email", Value: email }],
                }),
            );
        await create("person", "flexai-doctor-who@example.com");
        await create("flexai-doctor-0123456789abcdef", "person@example.com");
        const abandoned = userIn(UserPoolId);
        await abandoned.create();
        await setTimeout(2100);
        const concurrent = userIn(UserPoolId);
        await concurrent.create();
        const user = userIn(UserPoolId);
        await user.create();
        expect(await user.deleteAbandoned()).to.equal(0);
        expect(await user.deleteAbandoned(1)).to.equal(1);
        expect(await moto.usernames(UserPoolId)).to.have.members([
            "person",
            "flexai-doctor-0123456789abcdef",
            concurrent.username,
            user.username,
        ]);
    });

    const refusals: readonly (readonly [string, (pool: string) => Promise<unknown>, RegExp])[] = [
        [
            "a pool that is not there",
            () => userIn("eu-central-1_Missing00").create(),
            /^There is no user pool eu-central-1_Missing00 in the account/,
        ],
        [
            "a group that is not there",
            async (pool) => {
                const user = userIn(pool);
                await user.create();
                await user.join("flexai-nobody");
            },
            /^There is no group 'flexai-nobody' in the user pool eu-central-1_\w+\..* list-groups --region eu-central-1 --user-pool-id/,
        ],
    ];
    for (const [what, attempt, message] of refusals) {
        it(`names ${what}`, async () => {
            const failure = await attempt(await moto.createPool()).catch((error: unknown) => error);
            expect((failure as Error).message).to.match(message);
        });
    }
});

import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const anna = { username: "anna", email: "anna@example.com" };
const aUsername =
    "a username such as anna: 1 to 128 letters, digits or signs, no space, none of @ / ,." +
    " Run: pulumi config set --path 'users[0].username' anna";
const anAddress =
    "an email address such as anna@example.com." +
    " Run: pulumi config set --path 'users[0].email' anna@example.com";

describe("The setting users", () => {
    it("fills in the email as preferredUsername, no roles and enabled", async () => {
        expect((await accepted({ users: [anna] })).users).to.deep.equal([
            { ...anna, preferredUsername: "anna@example.com", roles: [], enabled: true },
        ]);
    });

    it("takes every field", async () => {
        const user = {
            username: "anna",
            email: "Anna.O'Neil+x@mail.example.com",
            preferredUsername: "Anna B",
            roles: ["flexai-user", "flexai-manager"],
            enabled: false,
        };
        expect((await accepted({ users: [user] })).users).to.deep.equal([user]);
    });

    it("is refused when it is no list", async () => {
        expect(await problems({ users: { anna } })).to.deep.equal([
            `'flexai-oidc:users' value '${JSON.stringify({ anna })}' is not a list.` +
                " Run: pulumi config rm users",
        ]);
    });

    for (const user of [3, null, true]) {
        it(`is refused with ${String(user)} for a user`, async () => {
            expect(await problems({ users: [user] })).to.deep.equal([
                `'flexai-oidc:users[0]' value '${String(user)}' is not a user with the fields username, email,` +
                    " preferredUsername, roles, enabled. Run: pulumi config rm --path 'users[0]'",
            ]);
        });
    }

    it("is refused with a user without username", async () => {
        const expected = [`'flexai-oidc:users[0].username' is missing: ${aUsername}`];
        expect(await problems({ users: [{ email: "a@example.com" }] })).to.deep.equal(expected);
        expect(await problems({ users: [{ ...anna, username: "" }] })).to.deep.equal(expected);
    });

    for (const username of ["anna@example.com", "ext/anna", "a,b", "anna b", "a".repeat(129)]) {
        it(`is refused with the username ${username}`, async () => {
            expect(await problems({ users: [{ ...anna, username }] })).to.deep.equal([
                `'flexai-oidc:users[0].username' value '${username}' is not ${aUsername}`,
            ]);
        });
    }

    it("is refused with a username that is no text", async () => {
        expect(await problems({ users: [{ ...anna, username: 7 }] })).to.deep.equal([
            `'flexai-oidc:users[0].username' value '7' is not ${aUsername}`,
        ]);
    });

    it("is refused with a user without email", async () => {
        const expected = [`'flexai-oidc:users[0].email' is missing: ${anAddress}`];
        expect(await problems({ users: [{ username: "anna" }] })).to.deep.equal(expected);
        expect(await problems({ users: [{ ...anna, email: "" }] })).to.deep.equal(expected);
    });

    for (const email of [
        "anna",
        "anna@",
        "@example.com",
        "anna@example",
        "a b@c.de",
        "<a@b.de>",
        "a@b@c.de",
        "a@b..de",
    ]) {
        it(`is refused with the email ${email}`, async () => {
            expect(await problems({ users: [{ ...anna, email }] })).to.deep.equal([
                `'flexai-oidc:users[0].email' value '${email}' is not ${anAddress}`,
            ]);
        });
    }

    for (const preferredUsername of [" Anna", "Anna ", "a".repeat(2049)]) {
        it(`is refused with the preferredUsername '${preferredUsername}'`, async () => {
            expect(await problems({ users: [{ ...anna, preferredUsername }] })).to.deep.equal([
                `'flexai-oidc:users[0].preferredUsername' value '${preferredUsername}' is not a name` +
                    " such as Anna, of 2048 letters at most." +
                    " Run: pulumi config set --path 'users[0].preferredUsername' Anna",
            ]);
        });
    }

    it("is refused with a preferredUsername of spaces", async () => {
        expect(await problems({ users: [{ ...anna, preferredUsername: "  " }] })).to.deep.equal([
            "'flexai-oidc:users[0].preferredUsername' value '  ' is not a name such as Anna, of 2048 letters at most." +
                " Run: pulumi config set --path 'users[0].preferredUsername' Anna",
        ]);
    });

    it("is refused with a role that is none", async () => {
        const users = [anna, { username: "b", email: "b@c.de", roles: ["flexai-user", "admin"] }];
        expect(await problems({ users })).to.deep.equal([
            "'flexai-oidc:users[1].roles[1]' value 'admin' is none of the roles (flexai-manager," +
                " flexai-editor, flexai-user)." +
                " Run: pulumi config set --path 'users[1].roles[1]' flexai-user",
        ]);
    });

    it("is refused with a user's role that is listed twice", async () => {
        const roles = ["flexai-user", "flexai-user"];
        expect(await problems({ users: [{ ...anna, roles }] })).to.deep.equal([
            "'flexai-oidc:users[0].roles[1]' value 'flexai-user' is listed twice." +
                " Run: pulumi config rm --path 'users[0].roles[1]'",
        ]);
    });

    it("is refused with roles that are no list", async () => {
        expect(await problems({ users: [{ ...anna, roles: "flexai-user" }] })).to.deep.equal([
            "'flexai-oidc:users[0].roles' value 'flexai-user' is not a list." +
                " Run: pulumi config rm --path 'users[0].roles'",
        ]);
    });

    it("is refused with enabled that is neither true nor false", async () => {
        expect(await problems({ users: [{ ...anna, enabled: "no" }] })).to.deep.equal([
            "'flexai-oidc:users[0].enabled' value 'no' is neither true nor false." +
                " Run: pulumi config set --path 'users[0].enabled' true",
        ]);
    });

    for (const field of ["emial", "password", "constructor", "__proto__"]) {
        it(`is refused with the unknown field ${field}`, async () => {
            const user = JSON.parse(
                `{"username":"anna","email":"a@b.de","${field}":"x"}`,
            ) as object;
            expect(await problems({ users: [user] })).to.deep.equal([
                `'flexai-oidc:users[0].${field}' value 'x' is not a field of a user, which are username,` +
                    " email, preferredUsername, roles, enabled." +
                    ` Run: pulumi config rm --path 'users[0].${field}'`,
            ]);
        });
    }
});

import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const anna = { username: "anna", email: "anna@example.com" };
const aUsername =
    "a username such as anna: 1 to 128 letters, digits or signs, no space, none of @ / ,.";
const anAddress =
    "an email address of 254 ASCII characters at most, without a name, such as anna@example.com.";
const aName =
    "a name such as Anna, of 2048 characters at most, without spaces around it." +
    " Write a name, or delete the field, in Pulumi.prod.yaml";

const placeholders = ["USER NAME", "EMAIL"];
/** The line to write for a user. */
const toWrite = (who: string, field: string, value: string) =>
    `In Pulumi.prod.yaml, write for user '${who}'` +
    `${placeholders.includes(value) ? `, with your own in place of ${value}` : ""}: ${field}: ${value}`;

describe("The setting users", () => {
    it("fills in the email as preferredUsername, no roles and enabled", async () => {
        expect((await accepted({ users: [anna] })).users).to.deep.equal([
            { ...anna, preferredUsername: "anna@example.com", roles: [], enabled: true },
        ]);
    });

    it("accepts every field", async () => {
        const user = {
            username: "anna",
            email: "Anna.O'Neil+x@mail.example.com",
            preferredUsername: "Anna B",
            roles: ["flexai-user", "flexai-manager"],
            enabled: false,
        };
        expect((await accepted({ users: [user] })).users).to.deep.equal([user]);
    });

    it("is refused when it is not a list", async () => {
        expect(await problems({ users: { anna } })).to.deep.equal([
            "'flexai-oidc:users' is not a list. Write a list such as [{ username: anna, email: anna@example.com }]" +
                " in Pulumi.prod.yaml",
        ]);
    });

    for (const [user, who] of [
        [3, "number 1"],
        [null, "number 1"],
        [true, "number 1"],
        [[], "number 1"],
        ["anna", "'anna'"],
    ] as const) {
        it(`is refused with ${JSON.stringify(user)} for a user`, async () => {
            expect(await problems({ users: [user] })).to.deep.equal([
                `User ${who} has no fields. Write a user with the fields username,` +
                    " email, preferredUsername, roles, enabled in Pulumi.prod.yaml",
            ]);
        });
    }

    it("is refused with a user without username", async () => {
        const expected = [
            `User 'anna@example.com': 'username' is missing: ${aUsername} ${toWrite("anna@example.com", "username", "USER NAME")}`,
        ];
        expect(await problems({ users: [{ email: "anna@example.com" }] })).to.deep.equal(expected);
        for (const username of ["", null]) {
            expect(await problems({ users: [{ ...anna, username }] })).to.deep.equal(expected);
        }
    });

    for (const [username, better] of [
        ["anna@example.com", "USER NAME"],
        ["ext/anna", "USER NAME"],
        ["a,b", "USER NAME"],
        ["anna b", "USER NAME"],
        ["a".repeat(129), "USER NAME"],
        ["USER NAME", "USER NAME"],
        ["anna ", "anna"],
        [" o'neil", `"o'neil"`],
        [" 4711", '"4711"'],
        [" -anna", '"-anna"'],
        ["null ", '"null"'],
    ] as const) {
        it(`is refused with the username '${username}', and led to ${better}`, async () => {
            expect(await problems({ users: [{ ...anna, username }] })).to.deep.equal([
                `User '${username}': 'username' value '${username}' is not ${aUsername}` +
                    ` ${toWrite(username, "username", better)}`,
            ]);
        });
    }

    it("is refused with a user without email", async () => {
        const expected = [
            `User 'anna': 'email' is missing: ${anAddress} ${toWrite("anna", "email", "EMAIL")}`,
        ];
        expect(await problems({ users: [{ username: "anna" }] })).to.deep.equal(expected);
        expect(await problems({ users: [{ ...anna, email: "" }] })).to.deep.equal(expected);
    });

    for (const [email, better] of [
        ["anna", "EMAIL"],
        ["anna@", "EMAIL"],
        ["@example.com", "EMAIL"],
        ["anna@example", "EMAIL"],
        ["a b@c.de", "EMAIL"],
        ["a@b@c.de", "EMAIL"],
        ["a@b..de", "EMAIL"],
        ["a@b.de, c@d.de", "EMAIL"],
        ["a@b.de,", "EMAIL"],
        ["EMAIL", "EMAIL"],
        ["<a@b.de>", "a@b.de"],
        ["Anna B <a@b.de>", "a@b.de"],
        ["a@b.de <Anna>", "EMAIL"],
        ["mailto:a@b.de", "a@b.de"],
        ["a@b.de ", "a@b.de"],
    ] as const) {
        it(`is refused with the email '${email}', and led to ${better}`, async () => {
            expect(await problems({ users: [{ ...anna, email }] })).to.deep.equal([
                `User 'anna': 'email' value '${email}' is not ${anAddress}` +
                    ` ${toWrite("anna", "email", better)}`,
            ]);
        });
    }

    for (const preferredUsername of [" Anna", "Anna "]) {
        it(`is refused with the preferredUsername '${preferredUsername}', and led to Anna`, async () => {
            expect(await problems({ users: [{ ...anna, preferredUsername }] })).to.deep.equal([
                `User 'anna': 'preferredUsername' value '${preferredUsername}' is not a name such as Anna,` +
                    " of 2048 characters at most, without spaces around it." +
                    ` ${toWrite("anna", "preferredUsername", "Anna")}`,
            ]);
        });
    }

    for (const [preferredUsername, problem] of [
        ["a".repeat(2049), ` value '${"a".repeat(2049)}' is not ${aName}`],
        ["  ", ` value '  ' is not ${aName}`],
        ["", ` is missing: ${aName}`],
        [null, ` is missing: ${aName}`],
    ] as const) {
        it(`is refused with the preferredUsername ${JSON.stringify(preferredUsername)}`, async () => {
            expect(await problems({ users: [{ ...anna, preferredUsername }] })).to.deep.equal([
                `User 'anna': 'preferredUsername'${problem}`,
            ]);
        });
    }

    for (const [field, value, shown, better] of [
        ["username", "an\u034fna", "an\\u{034F}na", "anna"],
        ["username", "anna\u3164", "anna\\u{3164}", "anna"],
        ["email", "anna@b.de\u0000", "anna@b.de\\u{0000}", "anna@b.de"],
        ["email", "anna\u200b@b.de", "anna\\u{200B}@b.de", "anna@b.de"],
        ["preferredUsername", "An\u200bna", "An\\u{200B}na", "Anna"],
        ["preferredUsername", "An\nna", "An\\u{000A}na", "Anna"],
        ["preferredUsername", "\u202eannA", "\\u{202E}annA", "annA"],
    ] as const) {
        it(`T4: is refused with an invisible character in ${field}: ${shown}`, async () => {
            const who = field === "username" ? shown : "anna";
            expect(await problems({ users: [{ ...anna, [field]: value }] })).to.deep.equal([
                `User '${who}': '${field}' value '${shown}' contains an invisible character.` +
                    ` ${toWrite(who, field, better)}`,
            ]);
        });
    }
});

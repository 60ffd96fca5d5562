import { expect } from "chai";

import { problems } from "../support/configuration";

const anna = { username: "anna", email: "anna@example.com" };

/** Anna's field as messages have it: without a username, she is known by her email. */
const of = (field: string) => `User ${whoWithout(field)}: '${field}'`;
const whoWithout = (field: string) => (field === "username" ? "'anna@example.com'" : "'anna'");
const toWrite = (field: string, value: string) =>
    `In Pulumi.prod.yaml, write for user ${whoWithout(field)}: ${field}: ${value}`;
const own = (value: string) =>
    /^[A-Z ]+$/.test(value) ? `, with your own in place of ${value}` : "";

describe("The fields of a user", () => {
    for (const field of ["username", "email", "preferredUsername"]) {
        for (const [value, kind, set] of [
            [4711, "number", '"4711"'],
            [-7, "number", '"-7"'],
            [true, "boolean", '"true"'],
        ] as const) {
            it(`are refused with the ${kind} ${String(value)} for ${field}, with the way to quote it`, async () => {
                expect(await problems({ users: [{ ...anna, [field]: value }] })).to.deep.equal([
                    `${of(field)} value '${String(value)}' is a ${kind}, not a string.` +
                        ` ${toWrite(field, set)}`,
                ]);
            });
        }

        // What Pulumi's CLI makes of an unquoted date in a stack file.
        it(`are refused with a date for ${field}, as it was written`, async () => {
            const date = "2024-01-31 00:00:00 +0000 UTC";
            const who = field === "username" ? date : "anna";
            expect(await problems({ users: [{ ...anna, [field]: date }] })).to.deep.equal([
                `User '${who}': '${field}' value '${date}' is a date, not a string.` +
                    ` In Pulumi.prod.yaml, write for user '${who}': ${field}: "2024-01-31"`,
            ]);
        });

        for (const [value, kind] of [
            [[1], "a list"],
            [{ a: 1 }, "an object"],
        ] as const) {
            it(`are refused with ${kind} for ${field}`, async () => {
                expect(await problems({ users: [{ ...anna, [field]: value }] })).to.deep.equal([
                    `${of(field)} is ${kind}, not a string.` +
                        " Write a string in Pulumi.prod.yaml",
                ]);
            });
        }
    }

    for (const username of [1.5, 1e21, 12345678901234567890]) {
        it(`are refused with ${String(username)}, which YAML has changed, without a guess`, async () => {
            expect(await problems({ users: [{ ...anna, username }] })).to.deep.equal([
                `User 'anna@example.com': 'username' value '${String(username)}' is a number, not a string.` +
                    " Quote it in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const [role, better] of [
        ["admin", "ROLE NAME"],
        ["flexai-admin", "ROLE NAME"],
        ["flexai-reader", "ROLE NAME"],
        ["flexai-member", "ROLE NAME"],
        ["flexai", "ROLE NAME"],
        ["manager", "flexai-manager"],
        ["flexai_manger", "flexai-manager"],
    ] as const) {
        it(`are refused with the role ${role}, and led to ${better}`, async () => {
            const users = [anna, { username: "b", email: "b@c.de", roles: ["flexai-user", role] }];
            expect(await problems({ users })).to.deep.equal([
                `User 'b': 'roles' value '${role}' is not one of the roles: flexai-manager, flexai-editor,` +
                    ` flexai-user. In Pulumi.prod.yaml, write in its place${own(better)}: ${better}`,
            ]);
        });
    }

    it("are refused with a role that is listed twice", async () => {
        const roles = ["flexai-user", "flexai-user"];
        expect(await problems({ users: [{ ...anna, roles }] })).to.deep.equal([
            "User 'anna': 'roles' value 'flexai-user' is listed twice." +
                " Delete one of the two in Pulumi.prod.yaml",
        ]);
    });

    it("are refused with roles that are not a list", async () => {
        expect(await problems({ users: [{ ...anna, roles: "flexai-user" }] })).to.deep.equal([
            "User 'anna': 'roles' value 'flexai-user' is not a list." +
                ` In Pulumi.prod.yaml, write for user 'anna': roles: ["flexai-user"]`,
        ]);
    });

    for (const [enabled, better] of [
        ["no", "enabled: false"],
        ["Yes", "enabled: true"],
        ["maybe", "enabled: true enabled: false"],
        [1, "enabled: true enabled: false"],
    ] as const) {
        it(`are refused with enabled '${String(enabled)}', and led to ${better}`, async () => {
            expect(await problems({ users: [{ ...anna, enabled }] })).to.deep.equal([
                `User 'anna': 'enabled' value '${String(enabled)}' is neither true nor false. In` +
                    ` Pulumi.prod.yaml, write for user 'anna'${better.length > 20 ? ", one of these" : ""}: ${better}`,
            ]);
        });
    }

    for (const [field, meant] of [
        ["emial", "email"],
        ["mail", "email"],
        ["e-mail", "email"],
        ["role", "roles"],
        ["Roles", "roles"],
        ["name", "username"],
        ["user", "username"],
        ["preferred_username", "preferredUsername"],
        ["enable", "enabled"],
        ["isActive", "enabled"],
        ["group", "roles"],
        ["groups", "roles"],
    ] as const) {
        it(`are refused with '${field}', and led to '${meant}'`, async () => {
            const user = { ...anna, [meant]: undefined, [field]: "hunter2" };
            expect(await problems({ users: [user] })).to.include(
                `User ${whoWithout(meant)}: '${field}' is not a field of a user.` +
                    " Fields: username, email, preferredUsername, roles," +
                    ` enabled. Did you mean '${meant}'? Rename '${field}' to '${meant}' in` +
                    " Pulumi.prod.yaml",
            );
        });

        it(`are refused with '${field}' beside '${meant}', which is then to be removed`, async () => {
            const there = { email: "anna@example.com", roles: [], enabled: true };
            const user = { preferredUsername: "Anna", ...anna, ...there, [field]: "hunter2" };
            expect(await problems({ users: [user] })).to.deep.equal([
                `User 'anna': '${field}' is not a field of a user. Fields: username, email,` +
                    ` preferredUsername, roles, enabled. Remove '${field}' from user 'anna' in` +
                    " Pulumi.prod.yaml",
            ]);
        });
    }

    for (const field of ["colour", "constructor", "__proto__"]) {
        it(`are refused with '${field}', which means nothing`, async () => {
            const user = JSON.parse(
                `{"username":"anna","email":"a@b.de","${field}":"hunter2"}`,
            ) as object;
            expect(await problems({ users: [user] })).to.deep.equal([
                `User 'anna': '${field}' is not a field of a user. Fields: username, email,` +
                    " preferredUsername, roles, enabled." +
                    " Rename or delete it in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const field of ["disabled", "disable", "isDisabled", "locked", "Suspended"]) {
        it(`are refused with '${field}', and not led to its opposite`, async () => {
            expect(await problems({ users: [{ ...anna, [field]: true }] })).to.deep.equal([
                `User 'anna': '${field}' is not a field of a user. Fields: username, email,` +
                    " preferredUsername, roles, enabled. For a user who cannot sign in, write" +
                    " 'enabled: false' in its place in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const field of ["password", "temporaryPassword"]) {
        it(`are refused with '${field}', whose value is not shown`, async () => {
            expect(await problems({ users: [{ ...anna, [field]: "hunter2" }] })).to.deep.equal([
                `User 'anna': '${field}' is refused: passwords are not set here, Cognito mails one.` +
                    ` Remove '${field}' from user 'anna' in Pulumi.prod.yaml`,
            ]);
        });
    }
});

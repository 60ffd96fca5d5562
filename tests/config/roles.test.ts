import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const notARole =
    "is not the name of a role: 1 to 128 letters, digits or signs, no space, no comma." +
    " Run: pulumi config set --stack prod --path";

const toSetEach = (...roles: string[]) =>
    `Run: ${roles.map((role, index) => `pulumi config set --stack prod --path 'roles[${String(index)}]' ${role}`).join(" ")}`;

describe("The setting roles", () => {
    for (const role of [
        "flexai-admin",
        "r",
        "Käse",
        "日本",
        "constructor",
        "a.b/c:d",
        "a::b",
        "r".repeat(128),
    ]) {
        it(`accepts ${role}`, async () => {
            expect((await accepted({ roles: ["flexai-editor", role] })).roles).to.include(role);
        });
    }

    it("keeps its order", async () => {
        const roles = ["flexai-user", "b", "a"];
        expect((await accepted({ roles })).roles).to.deep.equal(roles);
    });

    it("is refused when it is empty", async () => {
        expect(await problems({ roles: [] })).to.deep.equal([
            "'flexai-oidc:roles' is an empty list. Default: flexai-manager, flexai-editor," +
                " flexai-user. Run: pulumi config rm --stack prod roles",
        ]);
    });

    it("is refused with a role that is listed twice", async () => {
        expect(await problems({ roles: ["flexai-user", "b", "flexai-user"] })).to.deep.equal([
            "'flexai-oidc:roles[2]' value 'flexai-user' is listed twice." +
                " Delete one of the two in Pulumi.prod.yaml",
        ]);
    });

    for (const [role, shown, better] of [
        ["flexai user", "flexai user", "'roles[0]' flexai-user"],
        ["Flexai Manager", "Flexai Manager", "'roles[0]' flexai-manager"],
        [" a", " a", "'roles[0]' a"],
        ["desk,", "desk,", "--type string 'roles[0]' 'ROLE NAME'"],
        ["a,b", "a,b", "--type string 'roles[0]' 'ROLE NAME'"],
        [",b", ",b", "--type string 'roles[0]' 'ROLE NAME'"],
        ["abc,d", "abc,d", "--type string 'roles[0]' 'ROLE NAME'"],
        ["r".repeat(129), "r".repeat(129), "--type string 'roles[0]' 'ROLE NAME'"],
        ["ROLE NAME", "ROLE NAME", "--type string 'roles[0]' 'ROLE NAME'"],
    ] as const) {
        it(`is refused with the role ${JSON.stringify(role)}, and led to ${better}`, async () => {
            expect(await problems({ roles: [role, "b"] })).to.deep.equal([
                `'flexai-oidc:roles[0]' value '${shown}' ${notARole} ${better}`,
            ]);
        });
    }

    for (const [role, shown] of [
        ["a\tb", "a\\u{0009}b"],
        ["ab\u0000", "ab\\u{0000}"],
        ["ab\u034f", "ab\\u{034F}"],
        ["a\u3164b", "a\\u{3164}b"],
    ] as const) {
        it(`is refused with an invisible character, which is shown and left out: ${shown}`, async () => {
            expect(await problems({ roles: ["flexai-user", role] })).to.deep.equal([
                `'flexai-oidc:roles[1]' value '${shown}' contains an invisible character.` +
                    " Run: pulumi config set --stack prod --path 'roles[1]' ab",
            ]);
        });
    }

    it("is refused with a role that has no name", async () => {
        expect(await problems({ roles: ["", "b"] })).to.deep.equal([
            "'flexai-oidc:roles[0]' is missing: the name of a role: 1 to 128 letters, digits or" +
                " signs, no space, no comma. Run: pulumi config set --stack prod --path --type string 'roles[0]' 'ROLE NAME'",
        ]);
    });

    it("is refused with the role __proto__", async () => {
        expect(await problems({ roles: ["__proto__"] })).to.deep.equal([
            "'flexai-oidc:roles[0]' value '__proto__' is a reserved name." +
                " Run: pulumi config set --stack prod --path --type string 'roles[0]' 'ROLE NAME'",
        ]);
    });

    for (const [first, second] of [
        ["jose\u0301", "jos\u00e9"],
        ["desk", "Desk"],
        ["desk", "ｄｅｓｋ"],
        ["straße", "STRASSE"],
    ] as const) {
        it(`T4: is refused with ${second}, which looks like ${first}`, async () => {
            expect(await problems({ roles: ["flexai-user", first, second] })).to.deep.equal([
                `'flexai-oidc:roles[2]' value '${second}' looks like the role '${first}'.` +
                    " Delete or rename one of the two in Pulumi.prod.yaml",
            ]);
        });
    }

    for (const [value, kind, set] of [
        [3, "number", "3"],
        [4711, "number", "4711"],
        [true, "boolean", "true"],
    ] as const) {
        it(`is refused with the ${kind} ${String(value)}, with the way to quote it`, async () => {
            expect(await problems({ roles: ["flexai-user", value] })).to.deep.equal([
                `'flexai-oidc:roles[1]' value '${String(value)}' is a ${kind}, not a string.` +
                    ` Run: pulumi config set --stack prod --path --type string 'roles[1]' ${set}`,
            ]);
        });
    }

    for (const [roles, subject, list] of [
        ["flexai-user", " value 'flexai-user'", toSetEach("flexai-user")],
        ["a, b", " value 'a, b'", toSetEach("a", "b")],
        ['["a", "b"', ` value '["a", "b"'`, toSetEach("a", "b")],
        [" , ", " value ' , '", "Write a list in Pulumi.prod.yaml"],
        [{ a: 1 }, "", "Write a list in Pulumi.prod.yaml"],
        [3, " value '3'", "Write a list in Pulumi.prod.yaml"],
    ] as const) {
        it(`is refused when it is ${JSON.stringify(roles)}`, async () => {
            expect(await problems({ roles })).to.deep.equal([
                `'flexai-oidc:roles'${subject} is not a list. ${list}`,
            ]);
        });
    }
});

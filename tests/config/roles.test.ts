import { expect } from "chai";

import { accepted, problems, warnings } from "../support/configuration";

const notARole =
    "is not the name of a role: 1 to 128 letters, digits or signs, no space, no comma." +
    " Run: pulumi config set --path 'roles[0]' flexai-user";

describe("The setting roles", () => {
    for (const role of [
        "flexai-user",
        "r",
        "Käse",
        "日本",
        "constructor",
        "a.b/c:d",
        "r".repeat(128),
    ]) {
        it(`takes ${role}`, async () => {
            expect((await accepted({ roles: ["flexai-editor", role] })).roles).to.include(role);
        });
    }

    it("keeps its order", async () => {
        const roles = ["flexai-user", "b", "a"];
        expect((await accepted({ roles })).roles).to.deep.equal(roles);
    });

    it("is refused when it is empty", async () => {
        expect(await problems({ roles: [] })).to.deep.equal([
            "'flexai-oidc:roles' value '[]' holds no role, where flexAI's own (flexai-manager," +
                " flexai-editor, flexai-user) are the default. Run: pulumi config rm roles",
        ]);
    });

    it("is refused with a role that is listed twice", async () => {
        expect(await problems({ roles: ["flexai-user", "b", "flexai-user"] })).to.deep.equal([
            "'flexai-oidc:roles[2]' value 'flexai-user' is listed twice." +
                " Run: pulumi config rm --path 'roles[2]'",
        ]);
    });

    for (const role of ["flexai user", " a", "a,b", "r".repeat(129), "a\tb", "a\u0000"]) {
        it(`is refused with the role ${JSON.stringify(role)}`, async () => {
            expect(await problems({ roles: [role, "flexai-user"] })).to.deep.equal([
                `'flexai-oidc:roles[0]' value '${role}' ${notARole}`,
            ]);
        });
    }

    it("is refused with a role that has no name", async () => {
        expect(await problems({ roles: [""] })).to.deep.equal([
            `'flexai-oidc:roles[0]' ${notARole}`,
        ]);
    });

    it("is refused with the role __proto__", async () => {
        expect(await problems({ roles: ["__proto__"] })).to.deep.equal([
            "'flexai-oidc:roles[0]' value '__proto__' names what every JavaScript object has, and no role." +
                " Run: pulumi config set --path 'roles[0]' flexai-user",
        ]);
    });

    it("is refused with an entry that is no text", async () => {
        expect(await problems({ roles: ["flexai-user", 3] })).to.deep.equal([
            "'flexai-oidc:roles[1]' value '3' is not a text. Run: pulumi config rm --path 'roles[1]'",
        ]);
    });

    for (const roles of ["flexai-user", { a: 1 }, 3]) {
        it(`is refused when it is ${JSON.stringify(roles)}`, async () => {
            const value = typeof roles === "string" ? roles : JSON.stringify(roles);
            expect(await problems({ roles })).to.deep.equal([
                `'flexai-oidc:roles' value '${value}' is not a list. Run: pulumi config rm roles`,
            ]);
        });
    }

    it("warns when it holds none of flexAI's", async () => {
        expect(await warnings({ roles: ["admin", "Flexai-User"] })).to.deep.equal([
            "'flexai-oidc:roles' holds none of flexai-manager, flexai-editor, flexai-user:" +
                " flexAI will let nobody in. Run: pulumi config rm roles",
        ]);
    });

    it("does not warn when it holds one of them", async () => {
        expect(await warnings({ roles: ["admin", "flexai-user"] })).to.deep.equal([]);
    });
});

describe("The setting defaultRoles", () => {
    it("takes some of the roles", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor"];
        expect((await accepted({ defaultRoles })).defaultRoles).to.deep.equal(defaultRoles);
    });

    it("takes roles of one's own", async () => {
        const settings = { roles: ["a", "flexai-user", "b"], defaultRoles: ["b"] };
        expect((await accepted(settings)).defaultRoles).to.deep.equal(["b"]);
    });

    for (const role of ["admin", "Flexai-User", "flexai-user "]) {
        it(`is refused with '${role}', which is no role`, async () => {
            expect(await problems({ defaultRoles: ["flexai-editor", role] })).to.deep.equal([
                `'flexai-oidc:defaultRoles[1]' value '${role}' is none of the roles (flexai-manager,` +
                    " flexai-editor, flexai-user)." +
                    " Run: pulumi config set --path 'defaultRoles[1]' flexai-user",
            ]);
        });
    }

    it("is refused with a role that is listed twice", async () => {
        expect(await problems({ defaultRoles: ["flexai-user", "flexai-user"] })).to.deep.equal([
            "'flexai-oidc:defaultRoles[1]' value 'flexai-user' is listed twice." +
                " Run: pulumi config rm --path 'defaultRoles[1]'",
        ]);
    });

    it("warns, in words that say what it means, when it holds the highest role", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor", "flexai-manager"];
        expect(await warnings({ defaultRoles })).to.deep.equal([
            "'flexai-oidc:defaultRoles' holds 'flexai-manager', the highest role: every user of the" +
                " pool holds it, whatever their groups, so everybody who can sign in can do everything." +
                " To grant roles by groups alone, run: pulumi config rm defaultRoles",
        ]);
    });

    it("warns of flexAI's highest role wherever it stands", async () => {
        const settings = { roles: ["a", "flexai-manager"], defaultRoles: ["flexai-manager"] };
        expect(await warnings(settings)).to.have.lengthOf(1);
    });

    it("does not warn when it holds others", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor"];
        expect(await warnings({ defaultRoles })).to.deep.equal([]);
    });
});

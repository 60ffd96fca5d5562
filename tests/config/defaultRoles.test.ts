import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("The setting defaultRoles", () => {
    it("accepts some of the roles", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor"];
        expect((await accepted({ defaultRoles })).defaultRoles).to.deep.equal(defaultRoles);
    });

    it("accepts roles of one's own", async () => {
        const settings = { roles: ["a", "flexai-user", "b"], defaultRoles: ["b"] };
        expect((await accepted(settings)).defaultRoles).to.deep.equal(["b"]);
    });

    for (const [role, better] of [
        ["admin", "--type string 'defaultRoles[1]' 'ROLE NAME'"],
        ["ROLE NAME", "--type string 'defaultRoles[1]' 'ROLE NAME'"],
        ["flexai-reader", "--type string 'defaultRoles[1]' 'ROLE NAME'"],
        ["manager", "'defaultRoles[1]' flexai-manager"],
        ["flexai-usr", "'defaultRoles[1]' flexai-user"],
        ["Flexai-User", "'defaultRoles[1]' flexai-user"],
        ["flexai-user ", "'defaultRoles[1]' flexai-user"],
    ] as const) {
        it(`is refused with '${role}', which is not a role, and led to ${better}`, async () => {
            expect(await problems({ defaultRoles: ["flexai-editor", role] })).to.deep.equal([
                `'flexai-oidc:defaultRoles[1]' value '${role}' is not one of the roles: flexai-manager,` +
                    ` flexai-editor, flexai-user. Run: pulumi config set --stack prod --path ${better}`,
            ]);
        });
    }

    it("is refused with a role of flexAI's that is not in the roles, and not led to another", async () => {
        const settings = {
            roles: ["flexai-manger", "flexai-user"],
            defaultRoles: ["flexai-manager"],
        };
        expect(await problems(settings)).to.deep.equal([
            "'flexai-oidc:defaultRoles[0]' value 'flexai-manager' is not one of the roles: flexai-manger," +
                " flexai-user. Add it to 'roles', or write one of these, in Pulumi.prod.yaml",
        ]);
    });

    it("is refused with a role that is as near to one as to another, and led to neither", async () => {
        const roles = ["studio-1", "studio-2", "flexai-user"];
        expect(await problems({ roles, defaultRoles: ["studio-3"] })).to.deep.equal([
            "'flexai-oidc:defaultRoles[0]' value 'studio-3' is not one of the roles: studio-1, studio-2," +
                " flexai-user. Run: pulumi config set --stack prod --path --type string 'defaultRoles[0]' 'ROLE NAME'",
        ]);
    });

    it("is refused with a role that is listed twice", async () => {
        expect(await problems({ defaultRoles: ["flexai-user", "flexai-user"] })).to.deep.equal([
            "'flexai-oidc:defaultRoles[1]' value 'flexai-user' is listed twice." +
                " Delete one of the two in Pulumi.prod.yaml",
        ]);
    });
});

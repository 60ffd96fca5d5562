import { expect } from "chai";

import { warnings } from "../support/configuration";

describe("The setting roles", () => {
    it("warns when it contains none of flexAI's, and keeps the others", async () => {
        expect(await warnings({ roles: ["admin", "desk"] })).to.deep.equal([
            "'flexai-oidc:roles' contains none of flexai-manager, flexai-editor, flexai-user:" +
                " flexAI will let nobody in. Run: pulumi config set --stack prod --path 'roles[2]' flexai-user",
        ]);
    });

    for (const [role, meant] of [
        ["flexai-manger", "flexai-manager"],
        ["Flexai-Manager", "flexai-manager"],
        ["flexai_editor", "flexai-editor"],
        ["manager", "flexai-manager"],
    ] as const) {
        it(`warns of ${role}, with what was probably meant, and keeps it`, async () => {
            for (const roles of [[role], ["flexai-user", role]]) {
                expect(await warnings({ roles })).to.deep.equal([
                    `'flexai-oidc:roles[${String(roles.indexOf(role))}]' is '${role}', which flexAI does` +
                        ` not know. Run: pulumi config set --stack prod --path 'roles[${String(roles.indexOf(role))}]' ${meant}`,
                ]);
            }
        });
    }

    it("does not warn of a role beside the one that it looks like", async () => {
        const roles = ["flexai-editor", "flexai-editors", "flexai-night"];
        expect(await warnings({ roles })).to.deep.equal([]);
    });

    it("does not warn when it contains one of them", async () => {
        expect(await warnings({ roles: ["admin", "flexai-user"] })).to.deep.equal([]);
    });
});

describe("The setting defaultRoles", () => {
    const highest = (role: string) =>
        `'flexai-oidc:defaultRoles' contains '${role}', the highest role: every user of the pool` +
        " holds it, whatever their groups, so everybody who can sign in can do everything. To grant" +
        ` it by its group alone, delete '${role}' from the list in Pulumi.prod.yaml`;

    it("warns, with what it means, when it contains flexAI's highest role", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor", "flexai-manager"];
        expect(await warnings({ defaultRoles })).to.deep.equal([highest("flexai-manager")]);
    });

    it("warns of flexAI's highest role wherever it stands among the roles", async () => {
        const settings = { roles: ["a", "flexai-manager"], defaultRoles: ["flexai-manager"] };
        expect(await warnings(settings)).to.deep.equal([highest("flexai-manager")]);
    });

    it("warns of the first of one's own roles", async () => {
        const settings = { roles: ["boss", "flexai-user"], defaultRoles: ["boss"] };
        expect(await warnings(settings)).to.deep.equal([highest("boss")]);
    });

    it("does not warn when it contains others", async () => {
        const defaultRoles = ["flexai-user", "flexai-editor"];
        expect(await warnings({ defaultRoles })).to.deep.equal([]);
    });
});

import { expect } from "chai";

import { accepted, problems, warnings } from "../support/configuration";

const granting = (roles: object) => ({ companyLogin: { name: "Contoso", roles } });

describe("The groups of a company's login", () => {
    it("may not be a list without roles", async () => {
        expect(await problems(granting(["A"]))).to.deep.equal([
            "'flexai-oidc:companyLogin.roles' is not an object with a list of groups for each role." +
                " Write such as { flexai-manager: [Broadcast-Admins] } in Pulumi.prod.yaml",
        ]);
    });

    it("accepts a group of 256 characters", async () => {
        const group = "a".repeat(256);
        const login = (await accepted(granting({ "flexai-user": [group] }))).companyLogin;
        expect(login?.grants).to.deep.equal({ [group]: ["flexai-user"] });
    });

    for (const group of ["", " Audio", "[a]", "__proto__", "a\u0007", "a\u200b", "a".repeat(257)]) {
        it(`refuses the group ${JSON.stringify(group).slice(0, 20)}`, async () => {
            const [problem, ...others] = await problems(granting({ "flexai-user": [group] }));
            expect(problem).to.include(`'flexai-oidc:companyLogin.roles["flexai-user"][0]'`);
            expect(others).to.deep.equal([]);
        });
    }

    it("refuses groups of something that is not a role", async () => {
        const [problem, ...others] = await problems(granting({ "flexai-admin": ["A"] }));
        expect(problem).to.equal(
            `'flexai-oidc:companyLogin.roles["flexai-admin"]' is not one of the roles: flexai-manager,` +
                " flexai-editor, flexai-user. Rename or delete it in Pulumi.prod.yaml",
        );
        expect(others).to.deep.equal([]);
    });

    it("warns of roles that no group grants", async () => {
        const [warning, ...others] = await warnings(granting({ "flexai-user": [] }));
        expect(warning).to.include("grants no role to any group");
        expect(others).to.deep.equal([]);
    });
});

import { expect } from "chai";

import { running } from "./support/running";

describe("npm start's outputs", () => {
    it("are by --json those of pulumi up, with the page and the users", async () => {
        const report = await running();
        expect(Object.keys(report).sort()).to.deep.equal([
            "authorizationEndpoint",
            "clientId",
            "clientSecret",
            "consoleUrl",
            "discoveryUrl",
            "endSessionEndpoint",
            "flexaiConfig",
            "issuer",
            "jwksUri",
            "page",
            "redirectUris",
            "rolesClaim",
            "signOutUrl",
            "tokenEndpoint",
            "userPoolId",
            "userinfoEndpoint",
            "users",
        ]);
        expect(report.users.map(({ username, roles }) => ({ username, roles }))).to.deep.equal([
            { username: "flexai-manager", roles: ["flexai-manager"] },
            { username: "flexai-editor", roles: ["flexai-editor"] },
            { username: "flexai-user", roles: ["flexai-user"] },
            { username: "no-role", roles: [] },
        ]);
        for (const user of report.users) {
            expect(user).to.have.all.keys("username", "password", "roles");
            expect(user.password).to.match(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/);
        }
    });
});

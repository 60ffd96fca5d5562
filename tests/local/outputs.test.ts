import { expect } from "chai";

import { useReport } from "./support/hooks";

describe("npm start's outputs", () => {
    const report = useReport();

    it("are by --json those of pulumi up, with the page and the users", () => {
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
            "signOutUrls",
            "tokenEndpoint",
            "userPoolId",
            "userinfoEndpoint",
            "users",
        ]);
        const people = report.users.map(({ username, name, roles }) => ({ username, name, roles }));
        expect(people).to.deep.equal([
            { username: "anna", name: "Anna Berg", roles: ["flexai-manager"] },
            { username: "ben", name: "Ben Costa", roles: ["flexai-editor"] },
            { username: "chris", name: "Chris Dahl", roles: ["flexai-user"] },
            { username: "dora", name: "Dora Evans", roles: [] },
        ]);
        for (const user of report.users) {
            expect(user).to.have.all.keys("username", "password", "name", "roles");
            expect(user.password).to.match(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/);
        }
    });
});

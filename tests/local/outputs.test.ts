import { expect } from "chai";

import { withOrigins } from "../../local/outputs";
import { running } from "./support/running";

describe("npm start's outputs", () => {
    it("have other origins in addresses and their parameters, and in nothing else", () => {
        const addresses = { a: "https://x/p?q=https%3A%2F%2Fx%2F", b: ["https://x/"] };
        const outputs = { ...addresses, c: 1, d: "x", e: "https://x1/" };
        expect(withOrigins(outputs, [["https://x", "http://y:1"]])).to.deep.equal({
            a: "http://y:1/p?q=http%3A%2F%2Fy%3A1%2F",
            b: ["http://y:1/"],
            c: 1,
            d: "x",
            e: "https://x1/",
        });
    });

    it("are by --json those of pulumi up, with the page and the users", async () => {
        const report = await running();
        expect(Object.keys(report).sort()).to.deep.equal([
            "authorizationEndpoint",
            "clientId",
            "clientSecret",
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

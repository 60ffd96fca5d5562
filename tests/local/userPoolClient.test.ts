import { expect } from "chai";

import { alsoAt } from "../../local/program/registeredClient";
import { registeredPool } from "./support/inProcess";
import { useRegisteredPool } from "./support/hooks";

describe("The client of npm start's provider", () => {
    useRegisteredPool();

    it("may be at the page as well as at its host, by the same paths", async () => {
        const { client } = await registeredPool();
        const both = alsoAt(client, "http://localhost:1");
        expect(both.callbackUrls).to.have.members([
            ...client.callbackUrls,
            ...["/", "/oauth2/callback", "/oauth2/signout"].map(
                (path) => `http://localhost:1${path}`,
            ),
        ]);
        expect(both.logoutUrls).to.have.members([
            ...client.logoutUrls,
            "http://localhost:1/oauth2/signout",
        ]);
    });

    it("has lifetimes in seconds, which the program says in other units", async () => {
        const { client } = await registeredPool();
        expect(client.lifetimes).to.deep.equal({
            idToken: 3600,
            accessToken: 3600,
            refreshToken: 36000,
        });
    });
});

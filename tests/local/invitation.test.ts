import { expect } from "chai";

import { startTryOut } from "../../local/tryOut";
import { get } from "./support/requests";

describe("npm start's page of invitations", () => {
    it("shows the configured wording with this page's address, the user name and the password", async () => {
        const tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            config: {
                users: '[{ "username": "emil", "email": "emil@example.com" }]',
                invitation:
                    '{ "subject": "Konto", "message": "<p>Hier: {url} {username} {####}</p>" }',
            },
        });
        try {
            const text = await (await get(`${tryOut.page}invitations`)).text();
            const { password = "" } =
                tryOut.users.find(({ username }) => username === "emil") ?? {};
            const { host } = new URL(tryOut.page);
            expect(text).to.include("<h2>Konto</h2>");
            expect(text).to.include(`<p>Hier: https://${host}/ emil ${password}</p>`);
        } finally {
            await tryOut.close();
        }
    });
});

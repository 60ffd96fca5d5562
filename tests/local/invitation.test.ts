import { expect } from "chai";

import { startTryOut } from "../../local/tryOut";
import { get } from "./support/requests";

const users = '[{ "username": "emil", "email": "emil@example.com" }]';

describe("npm start's page of invitations", () => {
    for (const [what, email, lines] of [
        ["Cognito's own sender", {}, "From: no-reply@verificationemail.com<br/>To: "],
        [
            "the configured sender, whose identity nobody looks up",
            {
                from: "flexAI <flexai@example.com>",
                replyTo: "desk@example.com",
                identityArn: "arn:aws:ses:eu-central-1:210987654321:identity/example.com",
            },
            "From: flexAI &lt;flexai@example.com&gt;<br/>Reply-To: desk@example.com<br/>To: ",
        ],
        [
            "a sender that is an address alone",
            { from: "flexai@example.com" },
            "From: flexai@example.com<br/>To: ",
        ],
    ] as const) {
        it(`shows ${what}, without a warning`, async () => {
            const warnings: string[] = [];
            const { warn } = console;
            console.warn = (line: string) => warnings.push(line);
            const config = { users, email: JSON.stringify(email) };
            const tryOut = await startTryOut({ stack: "dev", port: 0, config });
            try {
                const html = await (await get(`${tryOut.page}invitations`)).text();
                expect(html).to.include(`<p class="quiet">${lines}emil`);
                expect(warnings).to.deep.equal([]);
            } finally {
                console.warn = warn;
                await tryOut.close();
            }
        });
    }

    it("shows the configured wording with this page's address, the user name and the password, to the disabled too", async () => {
        const zed = { username: "zed", email: "zed@example.com", enabled: false };
        const tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            config: {
                users: JSON.stringify([...(JSON.parse(users) as object[]), zed]),
                invitation:
                    '{ "subject": "Konto", "message": "<p>Hier: {url} {username} {####}</p>" }',
            },
        });
        try {
            const text = await (await get(`${tryOut.page}invitations`)).text();
            const { password = "" } =
                tryOut.users.find(({ username }) => username === "emil") ?? {};
            const { host } = new URL(tryOut.page);
            expect(text).to.include("To: zed@example.com");
            expect(text).to.include("<h2>Konto</h2>");
            expect(text).to.include(`<p>Hier: http://${host}/ emil ${password}</p>`);
        } finally {
            await tryOut.close();
        }
    });
});

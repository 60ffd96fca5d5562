import { expect } from "chai";

import { Browser } from "./support/browser";
import { useReport } from "./support/hooks";
import { authorizationUrl, userOf } from "./support/requests";

describe("npm start's provider, asked again by somebody who is signed in", () => {
    const report = useReport();
    let browser: Browser;
    const pathOf = async (address: string) => {
        const { headers } = await browser.request(address);
        return new URL(headers.get("location") ?? "", report.issuer).pathname;
    };

    beforeEach(async () => {
        browser = new Browser();
        await browser.signIn(authorizationUrl(report), userOf(report, 0));
    });

    for (const prompt of ["", "none", "consent"]) {
        it(`returns a code for prompt=${prompt}`, async () => {
            const { headers } = await browser.request(authorizationUrl(report, { prompt }));
            const { searchParams } = new URL(headers.get("location") ?? "");
            expect(searchParams.get("code")).to.match(/^[\w-]{36}$/);
        });
    }

    for (const prompt of ["login", "select_account", "login consent"]) {
        it(`shows the sign-in page for prompt=${prompt}`, async () => {
            expect(await pathOf(authorizationUrl(report, { prompt }))).to.equal("/login");
        });
    }

    it("ends the session at /logout with a redirect_uri and goes on to the sign-in page", async () => {
        const authorization = authorizationUrl(report);
        const logout = authorization.replace("/oauth2/authorize", "/logout");
        const { headers } = await browser.request(logout);
        expect(headers.get("location")).to.equal(`/login${new URL(authorization).search}`);
        expect(await pathOf(authorization)).to.equal("/login");
    });

    it("keeps the session at a /logout that is refused", async () => {
        const logout = authorizationUrl(report, { redirect_uri: "https://evil.example/" });
        const response = await browser.request(logout.replace("/oauth2/authorize", "/logout"));
        expect(response.status).to.equal(400);
        expect(await pathOf(authorizationUrl(report))).to.equal("/oauth2/callback");
    });
});

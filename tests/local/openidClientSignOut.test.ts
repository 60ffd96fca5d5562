import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { personWith, signedIn } from "./support/relyingParty";
import { useOpenidClient } from "./support/hooks";

describe("npm start, seen by openid-client, signs people out", () => {
    const client = useOpenidClient();
    const { report } = client;

    it("asks again after a sign-out", async () => {
        const browser = new Browser();
        await signedIn(client.configuration, report, personWith(report, "flexai-user"), {
            browser,
        });
        const signOut = await browser.request(report.signOutUrl);
        expect(signOut.status).to.equal(302);
        expect(signOut.headers.get("location")).to.equal(report.redirectUris[2]);
        const { address } = await browser.open(
            oidc.buildAuthorizationUrl(client.configuration, {
                redirect_uri: report.redirectUris[0] ?? "",
            }),
        );
        expect(address.pathname).to.equal("/login");
    });

    it("ends the session itself at a sign-out, not only the cookie", async () => {
        const browser = new Browser();
        const page = await browser.open(
            oidc.buildAuthorizationUrl(client.configuration, {
                redirect_uri: report.redirectUris[0] ?? "",
            }),
        );
        const { username, password } = personWith(report, "flexai-user");
        const fields = { username, password };
        const response = await browser.submit(page.address, page.text, fields);
        const cookie = response.headers
            .getSetCookie()
            .map((text) => text.split(";")[0] ?? "")
            .filter((text) => text.startsWith("cognito="))
            .join();
        const session = () =>
            fetch(page.address.href.replace("/login", "/oauth2/authorize"), {
                headers: { cookie },
                redirect: "manual",
            });
        expect((await session()).headers.get("location")).to.contain("code=");
        await browser.request(report.signOutUrl);
        expect((await session()).headers.get("location")).to.match(/^\/login/);
    });
});

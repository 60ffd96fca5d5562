import { expect } from "chai";

import { Browser } from "./support/browser";

import { authorizationUrl, get, serverLives, signInPage, userOf } from "./support/requests";
import { useReport } from "./support/hooks";

describe("npm start's sign-in page", () => {
    const report = useReport();
    afterEach(() => serverLives(report));

    /** The form to which the refusal of a password redirects, so that a browser can go back. */
    const refusedForm = async (browser: Browser, refusal: Response) => {
        expect(refusal.status).to.equal(303);
        const { response, text } = await browser.open(refusal.headers.get("location") ?? "");
        expect(response.status).to.equal(200);
        return text;
    };

    it("says the same about a wrong password and an unknown user", async () => {
        const texts = [];
        for (const username of [userOf(report, 0).username, "nobody-of-that-name"]) {
            const { browser, address, text } = await signInPage(report);
            const wrong = { username, password: "wrong" };
            const html = await refusedForm(browser, await browser.submit(address, text, wrong));
            expect(html)
                .to.contain('role="alert"')
                .and.to.contain("Incorrect username or password.")
                .and.to.contain(`value="${username}"`);
            texts.push(html.replaceAll(/value="[^"]*"/g, ""));
        }
        expect(texts[0]).to.equal(texts[1]);
    });

    it("accepts nobody without a password, nor with another user's", async () => {
        for (const password of ["", userOf(report, 1).password]) {
            const { browser, address, text } = await signInPage(report);
            const { username } = userOf(report, 0);
            await refusedForm(browser, await browser.submit(address, text, { username, password }));
        }
    });

    it("shows a refusal once, and only in the browser that was refused", async () => {
        const { browser, address, text } = await signInPage(report);
        await browser.submit(address, text, { username: "anna", password: "wrong" });
        const other = await signInPage(report);
        expect((await other.browser.open(address)).text).not.to.contain('role="alert"');
        expect((await browser.open(address)).text).to.contain('role="alert"');
        expect((await browser.open(address)).text).not.to.contain('role="alert"');
    });

    it("ignores space around the user name", async () => {
        const { browser, address, text } = await signInPage(report);
        const { username, password } = userOf(report, 0);
        const fields = { username: ` ${username}  `, password };
        expect((await browser.submit(address, text, fields)).status).to.equal(302);
    });

    it("begins with the user name in login_hint, shown as a string", async () => {
        const hint = 'a"><b>nna';
        const page = await new Browser().open(authorizationUrl(report, { login_hint: hint }));
        expect(page.text).to.contain('value="a&quot;&gt;&lt;b&gt;nna"');
    });

    it("shows what is typed as a string, not as markup", async () => {
        const { browser, address, text } = await signInPage(report);
        const username = '"><script>alert(1)</script>';
        const wrong = { username, password: "wrong" };
        const html = await refusedForm(browser, await browser.submit(address, text, wrong));
        expect(html).not.to.contain("<script>");
    });

    it("refuses a sign-in form without its token, with another's, and without the cookie", async () => {
        const { browser, address, text } = await signInPage(report);
        const other = await signInPage(report);
        const forged = new URLSearchParams({ ...userOf(report, 0), _csrf: "" });
        expect(
            (await browser.submit(address, text, { ...userOf(report, 0), _csrf: "" })).status,
        ).to.equal(403);
        expect((await browser.submit(address, other.text, userOf(report, 0))).status).to.equal(403);
        const result = await fetch(address, { method: "POST", body: forged, redirect: "manual" });
        expect(result.status).to.equal(403);
        expect((await browser.submit(address, text, userOf(report, 0))).status).to.equal(302);
    });

    for (const site of ["cross-site", "same-site", "none"]) {
        it(`refuses a sign-in form of a ${site} page, which could have planted the cookie`, async () => {
            const { browser, address, text } = await signInPage(report);
            const submit = (from: string) =>
                browser.submit(address, text, userOf(report, 0), { "sec-fetch-site": from });
            expect((await submit(site)).status).to.equal(403);
            expect((await submit("same-origin")).status).to.equal(302);
        });
    }

    it("ends the session before with a new sign-in", async () => {
        const { browser, address, text } = await signInPage(report);
        const session = async (index: number) => {
            const result = await browser.submit(address, text, userOf(report, index));
            return result.headers.getSetCookie()[0]?.split(";")[0] ?? "";
        };
        const [first, second] = [await session(0), await session(1)];
        const leadsTo = async (cookie: string) => {
            const result = await get(authorizationUrl(report), { cookie });
            return new URL(result.headers.get("location") ?? "", report.page).pathname;
        };
        expect(await leadsTo(first)).to.equal("/login");
        expect(await leadsTo(second)).to.equal("/oauth2/callback");
    });

    it("keeps the form's token while it is one of its own, and makes a new one for any other", async () => {
        const address = authorizationUrl(report).replace("/oauth2/authorize", "/login");
        const tokenFor = async (cookie: string) => {
            const text = await (await get(address, { cookie: `XSRF-TOKEN=${cookie}` })).text();
            return /name="_csrf" value="([^"]*)"/.exec(text)?.[1];
        };
        const own = "k".repeat(43);
        expect(await tokenFor(own)).to.equal(own);
        expect(await tokenFor("planted")).to.match(/^[\w-]{43}$/);
    });

    it("lets the sign-in form lead to the callback's origin and to no other", async () => {
        const { response } = await signInPage(report);
        const policy = response.headers.get("content-security-policy") ?? "";
        const origin = new URL(report.page).origin;
        expect(policy).to.contain(`form-action 'self' ${origin};`);
    });

    it("keeps its cookies from scripts and foreign forms", async () => {
        const { browser, address, text, response } = await signInPage(report);
        const result = await browser.submit(address, text, userOf(report, 0));
        const cookies = [...response.headers.getSetCookie(), ...result.headers.getSetCookie()];
        expect(cookies).to.have.length(2);
        for (const cookie of cookies)
            expect(cookie)
                .to.match(/HttpOnly/)
                .and.to.match(/SameSite=Lax/);
        expect(cookies[1]).to.match(/^cognito=.*Max-Age=3600/);
    });

    it("refuses a sign-in form that is too long, of another type or repeats a field", async () => {
        const { browser, address, text } = await signInPage(report);
        const long = { ...userOf(report, 0), password: "a".repeat(20_000) };
        expect((await browser.submit(address, text, long)).status).to.equal(413);
        const post = async (type: string, body: string) => {
            const headers = { "content-type": type };
            return (await browser.request(address, { method: "POST", body, headers })).status;
        };
        expect(await post("text/plain", "username=a")).to.equal(415);
        expect(await post("application/x-www-form-urlencoded", "a=1&a=2")).to.equal(400);
    });
});

import { expect } from "chai";

import { Browser } from "./support/browser";
import { type InProcess, startInProcess } from "./support/inProcess";
import { authorizationUrl } from "./support/requests";

describe("The second factor of npm start's provider", () => {
    let provider: InProcess;
    let browser: Browser;
    const { now } = Date;
    /** Seconds by which the clock of this process, which is the provider's, is ahead. */
    let ahead = 0;
    beforeEach(async () => {
        ahead = 0;
        Date.now = () => now() + ahead * 1000;
        provider = await startInProcess({ requiresMfa: true });
        browser = new Browser();
    });
    afterEach(async () => {
        Date.now = now;
        await provider.close();
    });

    const url = (parameters = {}) => authorizationUrl(provider.registration, parameters);
    const locationOf = ({ headers }: Response) => headers.get("location") ?? "";
    const codeIn = (text: string) =>
        /code is <code class="copy">(\d{6})</.exec(text)?.[1] ?? "none";
    const alertIn = (text: string) => /role="alert"[^>]*>([^<]*)</.exec(text)?.[1];

    /** Types the password, and opens what comes next. */
    const enterPassword = async (index = 0) => {
        const { username = "", password = "" } = provider.users[index] ?? {};
        const page = await browser.open(url());
        const response = await browser.submit(page.address, page.text, { username, password });
        return browser.open(new URL(locationOf(response), page.address));
    };
    type Opened = Awaited<ReturnType<typeof enterPassword>>;
    const enterCode = ({ address, text }: Opened, code = codeIn(text)) =>
        browser.submit(address, text, { code });
    /** Enters a code that is refused, and opens the page that says why. */
    const refused = async (page: Opened, code: string) => {
        const response = await enterCode(page, code);
        expect(response.status).to.equal(303);
        return browser.open(locationOf(response));
    };
    const callbackOf = (response: Response) => new URL(locationOf(response)).searchParams;
    const nextSignIn = async (index = 0) => {
        browser = new Browser();
        return enterPassword(index);
    };
    /** A code that is surely wrong: not of the present step, nor of one beside it. */
    const wrong = "12345";

    it("is not asked for by a pool without it", async () => {
        const other = await startInProcess();
        try {
            const page = await browser.open(authorizationUrl(other.registration));
            const { username = "", password = "" } = other.users[0] ?? {};
            const response = await browser.submit(page.address, page.text, { username, password });
            expect(callbackOf(response).get("code")).to.match(/^[\w-]{36}$/);
        } finally {
            await other.close();
        }
    });

    it("is set up at the first sign-in: secret, address and, in the try-out, a code", async () => {
        const page = await enterPassword();
        expect(page.address.pathname).to.equal("/mfa");
        expect(page.text).to.contain("<h1>Set up an authenticator app</h1>");
        const secret = /<pre class="copy">([A-Z2-7]{52})<\/pre>/.exec(page.text)?.[1] ?? "none";
        expect(page.text).to.contain(`<pre class="copy">otpauth://totp/flexAI%20try-out:`);
        expect(page.text).to.contain(`secret=${secret}`);
        expect(callbackOf(await enterCode(page)).get("code")).to.match(/^[\w-]{36}$/);
    });

    it("has the same secret when the page is loaded again, and another in the next attempt", async () => {
        const secretIn = ({ text }: Opened) => /<pre class="copy">([A-Z2-7]{52})</.exec(text)?.[1];
        const page = await enterPassword();
        expect(secretIn(await browser.open(page.address))).to.equal(secretIn(page));
        expect(secretIn(await nextSignIn())).not.to.equal(secretIn(page));
    });

    it("is asked for at the next sign-in, without the secret", async () => {
        await enterCode(await enterPassword());
        const page = await nextSignIn();
        expect(page.text).to.contain("<h1>Enter the code from your app</h1>");
        expect(page.text).not.to.match(/otpauth|[A-Z2-7]{52}/);
        const code = codeIn(page.text);
        const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
        expect(callbackOf(await enterCode(page, spaced)).get("state")).to.equal("the state");
    });

    it("is each user's own", async () => {
        await enterCode(await enterPassword(0));
        expect((await nextSignIn(1)).text).to.contain("<h1>Set up an authenticator app</h1>");
    });

    it("is not asked for during the session, as at Cognito", async () => {
        await enterCode(await enterPassword());
        expect(callbackOf(await browser.request(url())).get("code")).to.match(/^[\w-]{36}$/);
    });

    it("gives nobody a session before the code is right", async () => {
        await enterPassword();
        expect(locationOf(await browser.request(url()))).to.match(/^\/login\?/);
        expect(callbackOf(await browser.request(url({ prompt: "none" }))).get("error")).to.equal(
            "login_required",
        );
    });

    it("says that a code is wrong, once, and does not set up the app by it", async () => {
        const page = await refused(await enterPassword(), wrong);
        expect(alertIn(page.text)).to.equal("Wrong code.");
        expect(page.text).to.contain('aria-describedby="refusal"').and.to.contain("Set up");
        expect(alertIn((await browser.open(page.address)).text)).to.equal(undefined);
        expect((await nextSignIn()).text).to.contain("Set up an authenticator app");
    });

    it("accepts no code twice", async () => {
        const first = await enterPassword();
        const code = codeIn(first.text);
        await enterCode(first, code);
        const page = await refused(await nextSignIn(), code);
        expect(alertIn(page.text)).to.equal("This code was used already. Wait for the next one.");
    });

    it("locks out after five wrong codes, a right one too and in another browser, with doubling time", async () => {
        let page = await enterPassword();
        for (let time = 0; time < 4; time++) page = await refused(page, wrong);
        expect(alertIn(page.text)).to.equal("Wrong code.");
        page = await refused(page, wrong);
        expect(alertIn(page.text)).to.equal("Wrong code. No other is accepted for 1 s.");
        page = await refused(page, codeIn(page.text));
        expect(alertIn(page.text)).to.equal("Too many wrong codes. No other is accepted for 1 s.");
        const other = await nextSignIn();
        const locked = await refused(other, codeIn(other.text));
        expect(alertIn(locked.text)).to.match(/^Too many wrong codes\./);
        ahead += 1;
        page = await refused(locked, wrong);
        expect(alertIn(page.text)).to.equal("Wrong code. No other is accepted for 2 s.");
        ahead += 1;
        page = await refused(page, codeIn(page.text));
        expect(alertIn(page.text)).to.match(/^Too many wrong codes\./);
        ahead += 1;
        expect(callbackOf(await enterCode(page)).get("code")).to.match(/^[\w-]{36}$/);
    });

    it("refuses a form without its token, and goes back to the password without its cookie", async () => {
        const page = await enterPassword();
        const forged = { _csrf: "", code: codeIn(page.text) };
        expect((await browser.submit(page.address, page.text, forged)).status).to.equal(403);
        const other = new Browser();
        expect((await other.open(page.address)).address.pathname).to.equal("/login");
        const login = await other.open(page.address);
        const response = await other.submit(page.address, login.text, { code: forged.code });
        expect((await other.open(locationOf(response))).address.pathname).to.equal("/login");
    });

    it("ends with the sign-in: its form cannot be sent again", async () => {
        const page = await enterPassword();
        await enterCode(page);
        const again = await enterCode(page);
        expect(locationOf(again)).not.to.contain("code=");
    });

    it("keeps its cookie from scripts and foreign forms, for three minutes", async () => {
        const { username = "", password = "" } = provider.users[0] ?? {};
        const page = await browser.open(url());
        const response = await browser.submit(page.address, page.text, { username, password });
        expect(response.headers.getSetCookie()).to.have.lengthOf(1);
        expect(response.headers.getSetCookie()[0]).to.match(
            /^second-factor=[\w-]{43}; Max-Age=180; Path=\/; HttpOnly; SameSite=Lax$/,
        );
    });

    it("lets its form lead to the callback's origin and to no other", async () => {
        const { response } = await enterPassword();
        const origin = new URL(provider.registration.redirectUris[1] ?? "").origin;
        expect(response.headers.get("content-security-policy")).to.contain(
            `form-action 'self' ${origin};`,
        );
    });
});

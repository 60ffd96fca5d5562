import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";
import { running } from "../local/support/running";
import { openTab, type Tab } from "./chromium";
import { fillIn } from "./person";
import { runningChromium } from "./runningChromium";

describe("the page in flexAI's place, when something is wrong", () => {
    let start: Report;
    let browser: Browser;
    let tab: Tab;
    let page: Page;
    const at = (path: string) => new URL(path, start.page).href;
    const alert = () => page.getByRole("alert").innerText();

    before(async () => {
        [start, browser] = await Promise.all([running(), runningChromium()]);
    });
    beforeEach(async () => {
        tab = await openTab(browser, start);
        page = tab.page;
    });
    afterEach(async () => {
        await page.context().close();
        expect(tab.foreignRequests).to.deep.equal([]);
    });

    /** Begins a sign-in and gives its state. */
    async function begun(): Promise<string> {
        await page.goto(at("/sign-in"));
        return new URL(page.url()).searchParams.get("state") ?? "";
    }

    /** Comes back from the sign-in page as the provider would send the browser. */
    async function comeBack(parameters: Record<string, string>): Promise<number | undefined> {
        const query = new URLSearchParams(parameters).toString();
        return (await page.goto(at(`/oauth2/callback?${query}`)))?.status();
    }

    it("shows what the provider says of a sign-in, as text", async () => {
        const description = "PreTokenGeneration failed with error <img src=x> boom.";
        const status = await comeBack({
            error: "invalid_request",
            error_description: description,
            state: await begun(),
        });
        expect(status).to.equal(400);
        expect(await alert()).to.equal(
            `The OpenID Provider says: ${description} (invalid_request)`,
        );
        expect(await page.locator("img").count()).to.equal(0);
        await page.getByRole("link", { name: "Sign in again" }).click();
        expect(new URL(page.url()).pathname).to.equal("/login");
    });

    it("refuses an answer with another state", async () => {
        await begun();
        expect(await comeBack({ code: "made-up", state: "made-up" })).to.equal(400);
        expect(await alert()).to.include("was not begun here");
    });

    it("refuses an answer to nothing that it asked", async () => {
        expect(await comeBack({ code: "made-up", state: "made-up" })).to.equal(400);
        expect(await alert()).to.include("was not begun here");
    });

    it("refuses a code that the provider does not know", async () => {
        expect(await comeBack({ code: "made-up", state: await begun() })).to.equal(400);
        expect(await alert()).to.equal("The OpenID Provider says: invalid_grant");
    });

    it("takes an answer once", async () => {
        const callbacks: string[] = [];
        page.on("request", (request) => {
            if (request.url().includes("/oauth2/callback")) callbacks.push(request.url());
        });
        await page.goto(at("/sign-in"));
        const cookies = await page.context().cookies(start.page);
        await fillIn(page, start.users[0] ?? { username: "", password: "" });
        const [callback = ""] = callbacks;
        // As if somebody had kept the cookie, which the page takes back.
        await page.context().addCookies(cookies);
        await page.goto(callback);
        expect(await alert()).to.include("was not begun here");
        // Nor does that end the session that the answer began.
        await page.getByRole("link", { name: "Back to the start" }).click();
        expect(await page.title()).to.equal("flexAI would let you in");
    });
});

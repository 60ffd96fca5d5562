import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";
import { running } from "../local/support/running";
import { openTab, type Tab } from "./chromium";
import { fillIn, personWith } from "./person";
import { runningChromium } from "./runningChromium";

describe("the page in flexAI's place, when something is wrong", () => {
    const unknownSignIn = "This sign-in has been used already, or began in another browser.";
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

    /** Begins a sign-in and returns its state. */
    async function begun(): Promise<string> {
        await page.goto(at("/sign-in"));
        return new URL(page.url()).searchParams.get("state") ?? "";
    }

    /** Comes back from the sign-in page as the provider would send the browser. */
    async function comeBack(parameters: Record<string, string>): Promise<number | undefined> {
        const query = new URLSearchParams(parameters).toString();
        return (await page.goto(at(`/oauth2/callback?${query}`)))?.status();
    }

    it("shows the error of the provider, escaped", async () => {
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

    it("refuses a callback with another state", async () => {
        await begun();
        expect(await comeBack({ code: "sample", state: "sample" })).to.equal(400);
        expect(await alert()).to.equal(unknownSignIn);
    });

    it("refuses a callback without a sign-in before it", async () => {
        expect(await comeBack({ code: "sample", state: "sample" })).to.equal(400);
        expect(await alert()).to.equal(unknownSignIn);
    });

    it("refuses a code that the provider does not know", async () => {
        expect(await comeBack({ code: "sample", state: await begun() })).to.equal(400);
        expect(await alert()).to.equal("The OpenID Provider says: invalid_grant");
    });

    it("accepts a callback once, and then leads to the start page", async () => {
        const callbacks: string[] = [];
        page.on("request", (request) => {
            if (request.url().includes("/oauth2/callback")) callbacks.push(request.url());
        });
        await page.goto(at("/sign-in"));
        const cookies = await page.context().cookies(start.page);
        await fillIn(page, personWith("flexai-manager", start));
        const [callback = ""] = callbacks;
        await page.goto(callback);
        expect(page.url()).to.equal(start.page);
        expect(await page.title()).to.equal("flexAI would let you in");
        // As if somebody had kept the cookie of the sign-in, which the page deletes, and no session.
        await page.context().clearCookies();
        await page.context().addCookies(cookies);
        await page.goto(callback);
        expect(await alert()).to.equal("This sign-in took longer than 10 minutes.");
    });
});

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab } from "./chromium";
import { overflow } from "./looks";
import { personWith, signIn } from "./person";
import { runningChromium } from "./runningChromium";

describe("a person with a second factor in a browser", () => {
    let run: NpmStart;
    let start: Report;
    let browser: Browser;
    before(async () => {
        run = new NpmStart(["--json", "--port", "0", "--config", "mfa=required"]);
        [start, browser] = await Promise.all([run.report(), runningChromium()]);
    });
    after(async () => {
        await run.end();
    });

    /** Signs in as far as the code, in a tab of its own. */
    const toTheCode = async (): Promise<Page> => {
        const { page } = await openTab(browser, start, { viewport: { width: 320, height: 800 } });
        await page.goto(start.page);
        await signIn(page, personWith("flexai-user", start));
        return page;
    };
    const enter = async (page: Page, code: string) => {
        await page.getByLabel("Code of six digits").fill(code);
        await page.getByRole("button", { name: "Sign in" }).click();
    };
    const shownCode = (page: Page) => page.locator("p code").innerText();
    const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

    it("sets up an app, hears of a wrong code, is let in, and is asked at the next sign-in", async () => {
        const first = await toTheCode();
        expect(await heading(first)).to.equal("Set up an authenticator app");
        await enter(first, "12345");
        expect(await first.getByRole("alert").innerText()).to.equal("Wrong code.");
        expect(await overflow(first)).to.equal(0);
        expect(await violations(first)).to.deep.equal([]);
        await enter(first, await shownCode(first));
        expect(await heading(first)).to.equal("flexAI would let you in");
        await first.context().close();

        const next = await toTheCode();
        expect(await heading(next)).to.equal("Enter the code of your app");
        expect(await violations(next)).to.deep.equal([]);
        await enter(next, await shownCode(next));
        expect(await heading(next)).to.equal("flexAI would let you in");
        await next.context().close();
    });
});

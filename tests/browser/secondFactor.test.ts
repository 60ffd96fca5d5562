import { expect } from "chai";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab } from "./chromium";
import { overflow } from "./looks";
import { personWith, signIn } from "./person";
import { qrCodeIn } from "./qrCode";
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
    const toTheCode = async (role: string, options: BrowserContextOptions = {}): Promise<Page> => {
        const { page } = await openTab(browser, start, {
            viewport: { width: 320, height: 800 },
            ...options,
        });
        await page.goto(start.page);
        await signIn(page, personWith(role, start));
        return page;
    };
    const enter = async (page: Page, code: string) => {
        await page.getByLabel("Six-digit code").fill(code);
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
    };
    const shownCode = (page: Page) => page.locator("p code").innerText();
    const secretIn = (page: Page) => page.locator("pre").first().textContent();
    const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();

    it("sets up an app, hears of a wrong code, is let in, and is asked at the next sign-in", async () => {
        const first = await toTheCode("flexai-user");
        expect(await heading(first)).to.equal("Set up an authenticator app");
        await enter(first, "12345");
        expect(await first.getByRole("alert").innerText()).to.equal("Wrong code.");
        expect(await overflow(first)).to.equal(0);
        expect(await violations(first)).to.deep.equal([]);
        await enter(first, await shownCode(first));
        expect(await heading(first)).to.equal("flexAI would let you in");
        await first.context().close();

        const next = await toTheCode("flexai-user");
        expect(await heading(next)).to.equal("Enter the code from your app");
        expect(await violations(next)).to.deep.equal([]);
        await enter(next, await shownCode(next));
        expect(await heading(next)).to.equal("flexAI would let you in");
        await next.context().close();
    });

    for (const colorScheme of ["light", "dark"] as const) {
        it(`sees a QR code that an app can read, in a ${colorScheme} scheme`, async () => {
            const page = await toTheCode("flexai-editor", { colorScheme });
            const address = new URL((await qrCodeIn(page)) ?? "about:blank");
            expect(decodeURIComponent(address.pathname)).to.match(/^\/flexAI try-out:\w+$/);
            expect(Object.fromEntries(address.searchParams)).to.include({
                issuer: "flexAI try-out",
                secret: await secretIn(page),
            });
            expect(await violations(page)).to.deep.equal([]);
            await page.context().close();
        });
    }
});

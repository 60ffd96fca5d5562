import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";
import { running } from "../local/support/running";
import { openTab } from "./chromium";
import { faintTexts, focusIsVisible, overflow, unlabelled } from "./looks";
import { runningChromium } from "./runningChromium";
import { visits } from "./visits";

describe("the pages of the try-out", () => {
    let start: Report;
    let browser: Browser;
    let page: Page;

    before(async () => {
        [start, browser] = await Promise.all([running(), runningChromium()]);
    });
    afterEach(() => page.context().close());
    const open = async (width: number) => {
        ({ page } = await openTab(browser, start, { viewport: { width, height: 800 } }));
    };

    for (const [name, visit] of Object.entries(visits)) {
        it(`can be read: ${name}`, async () => {
            await open(1000);
            await visit(page, start);
            expect(await faintTexts(page)).to.deep.equal([]);
            expect(await unlabelled(page)).to.deep.equal([]);
            expect(await page.getByRole("main").count()).to.equal(1);
            expect(await page.getByRole("heading", { level: 1 }).count()).to.equal(1);
            expect(await page.title()).to.equal(
                await page.getByRole("heading", { level: 1 }).innerText(),
            );
        });

        it(`fits a window of 320 pixels: ${name}`, async () => {
            await open(320);
            await visit(page, start);
            expect(await overflow(page)).to.equal(0);
        });
    }

    it("can be used by keyboard alone, and show where one is", async () => {
        await open(1000);
        await page.goto(start.page);
        const { username = "", password = "" } = start.users[0] ?? {};
        const press = async (key: string) => {
            await page.keyboard.press(key);
            expect(await focusIsVisible(page)).to.equal(true);
        };

        await press("Tab");
        await enter(page, "/login");
        await page.locator("#username:focus").waitFor();
        await page.keyboard.type(username);
        await press("Tab");
        await page.keyboard.type(password);
        await press("Tab");
        await enter(page, "/");
        await press("Tab");
        await enter(page, "/");
        expect(await page.getByRole("status").innerText()).to.include("refreshed");
        await press("Tab");
        await press("Tab");
        await enter(page, "/oauth2/signout");
        await press("Tab");
        await enter(page, "/login");
    });
});

/** Presses Enter and waits for the page that it leads to. */
async function enter(page: Page, path: string): Promise<void> {
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(new URL(page.url()).pathname).to.equal(path);
}

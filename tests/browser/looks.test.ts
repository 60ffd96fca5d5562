import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab } from "./chromium";
import { focusIsVisible, overflow } from "./looks";
import { personWith } from "./person";
import { runningChromium } from "./runningChromium";
import { everyPage, visits } from "./visits";

describe("the pages of the try-out", () => {
    let run: NpmStart;
    let start: Report;
    let browser: Browser;
    let page: Page;

    before(async () => {
        run = new NpmStart(["--json", "--port", "0", ...everyPage]);
        [start, browser] = await Promise.all([run.report(), runningChromium()]);
    });
    after(() => run.end());
    afterEach(() => page.context().close());
    const open = async (width: number, colorScheme: "light" | "dark" = "light") => {
        const options = { viewport: { width, height: 800 }, colorScheme };
        ({ page } = await openTab(browser, start, options));
    };

    for (const [name, visit] of Object.entries(visits)) {
        for (const scheme of ["light", "dark"] as const) {
            it(`break no rule of axe-core, in a ${scheme} scheme: ${name}`, async () => {
                await open(1280, scheme);
                await visit(page, start);
                expect(await violations(page)).to.deep.equal([]);
                await page.setViewportSize({ width: 320, height: 800 });
                expect(await violations(page)).to.deep.equal([]);
            });
        }

        it(`have one main part and a heading that is the title, and fit 320 pixels: ${name}`, async () => {
            await open(320);
            await visit(page, start);
            expect(await page.getByRole("main").count()).to.equal(1);
            expect(await page.getByRole("heading", { level: 1 }).allInnerTexts()).to.deep.equal([
                await page.title(),
            ]);
            expect(await overflow(page)).to.equal(0);
        });
    }

    it("break no password at 320 pixels", async () => {
        await open(320);
        await visits["the sign-in page"]?.(page, start);
        const lines = await page
            .locator(".people")
            .getByText(/^\w{4}-\w{4}-\w{4}$/)
            .evaluateAll((passwords) => passwords.map((it) => it.getClientRects().length));
        expect(lines).to.deep.equal(start.users.map(() => 1));
    });

    it("can be used by keyboard alone at 320 pixels, and show where one is", async () => {
        await open(320);
        await page.goto(start.page);
        const { username, password } = personWith("flexai-manager", start);
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
        const refresh = page.getByRole("button", { name: "Refresh tokens" });
        // What comes next, sign out, another of the company, then the two that unfold a table.
        for (const place of [1, 2, 3, 4, 5, 6]) {
            await press("Tab");
            expect(await refresh.evaluate((it) => it === document.activeElement)).to.equal(
                place === 6,
            );
        }
        await enter(page, "/");
        expect(await page.getByRole("status").innerText()).to.include("refreshed");
        await press("Tab");
        await press("Tab");
        await enter(page, "/oauth2/signout");
        await press("Tab");
        await enter(page, "/login");
        await page.locator("#username:focus").waitFor();
        // The password, the button, the company, then the first person of the list.
        for (let place = 0; place < 4; place++) await press("Tab");
        await enter(page, "/");
        expect(await page.getByText(`user name ${username}`).count()).to.equal(1);
    });
});

/** Presses Enter and waits for the page that it leads to. */
async function enter(page: Page, path: string): Promise<void> {
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    expect(new URL(page.url()).pathname).to.equal(path);
}

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab } from "./chromium";
import { overflow } from "./looks";
import { fillIn } from "./person";
import { runningChromium } from "./runningChromium";

describe("the sign-in page with users of one's own", () => {
    let run: NpmStart;
    let start: Report;
    let browser: Browser;
    let page: Page;
    before(async () => {
        const users = Array.from({ length: 20 }, (_, at) => ({
            username: at === 0 ? "anna" : `person-with-a-long-name-${String(at)}`,
            email: `person-with-a-long-name-${String(at)}@a-long-name-of-a-host.example.com`,
            roles: at % 2 === 0 ? ["flexai-user"] : [],
            enabled: at !== 0,
        }));
        run = new NpmStart(["--json", "--port", "0", "--config", `users=${JSON.stringify(users)}`]);
        [start, browser] = await Promise.all([run.report(), runningChromium()]);
    });
    after(() => run.end());
    afterEach(() => page.context().close());
    const open = async (colorScheme: "light" | "dark", width: number) => {
        const options = { viewport: { width, height: 800 }, colorScheme };
        ({ page } = await openTab(browser, start, options));
        await page.goto(new URL("/sign-in", start.page).href);
    };
    const alert = () => page.getByRole("alert").innerText();

    for (const [scheme, width] of [
        ["light", 320],
        ["dark", 320],
        ["light", 1280],
        ["dark", 1280],
    ] as const) {
        it(`shows them all, and why Cognito refuses one, ${scheme} at ${String(width)} pixels`, async () => {
            await open(scheme, width);
            expect(await page.getByRole("listitem").count()).to.equal(20);
            expect(await overflow(page)).to.equal(0);
            expect(await page.getByText("disabled", { exact: true }).count()).to.equal(1);
            await page.getByRole("button", { name: "Sign in as" }).first().click();
            expect(await alert()).to.equal("User is disabled.");
            expect(await violations(page)).to.deep.equal([]);
        });
    }

    it("locks a person out after five wrong passwords", async () => {
        await open("light", 1280);
        const seen = [];
        for (let time = 0; time < 12 && seen.at(-1) !== "Password attempts exceeded"; time++) {
            await fillIn(page, { username: "person-with-a-long-name-1", password: "wrong" });
            seen.push(await alert());
        }
        expect(seen.slice(0, 5)).to.deep.equal(Array(5).fill("Incorrect username or password."));
        expect(seen.at(-1)).to.equal("Password attempts exceeded");
    });
});

import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { violations } from "./accessibility";
import { openTab, type Tab } from "./chromium";
import { claim } from "./claim";
import { overflow } from "./looks";
import { runningChromium } from "./runningChromium";

describe("somebody of a company in a browser", () => {
    let run: NpmStart;
    let start: Report;
    let browser: Browser;
    let tab: Tab;
    before(async () => {
        run = new NpmStart(["--json", "--port", "0", "--config", "companyLogin={name: Contoso}"]);
        [start, browser] = await Promise.all([run.report(), runningChromium()]);
    });
    after(async () => {
        await run.end();
    });
    afterEach(async () => {
        await tab.page.context().close();
        expect(tab.foreignRequests).to.deep.equal([]);
    });

    const heading = (page: Page) => page.getByRole("heading", { level: 1 }).innerText();
    const toTheCompany = async (page: Page) => {
        await page.goto(start.page);
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        await page.getByRole("link", { name: "Contoso", exact: true }).click();
    };

    const atTheCompany = async (page: Page, button: string) => {
        await page.getByRole("link", { name: "Sign in as another person of Contoso" }).click();
        await page.getByRole("button", { name: button }).click();
    };

    for (const colorScheme of ["light", "dark"] as const) {
        it(`signs in, is let in, and comes back without a question, on ${colorScheme} pages`, async () => {
            tab = await openTab(browser, start, {
                colorScheme,
                viewport: { width: 320, height: 800 },
            });
            const { page } = tab;
            await page.goto(start.page);
            await page.getByRole("link", { name: "Sign in", exact: true }).click();
            expect(await violations(page)).to.deep.equal([]);
            await page.getByRole("link", { name: "Contoso", exact: true }).click();
            expect(await heading(page)).to.equal("Sign in at Contoso");
            expect(await violations(page)).to.deep.equal([]);
            expect(await overflow(page)).to.equal(0);
            await page.getByRole("button", { name: "Sign in as Jon Contoso" }).click();
            expect(await heading(page)).to.equal("flexAI would let you in");
            expect(await claim(page, "ID token", "https://flexai.de/roles")).to.equal(
                '["flexai-editor"]',
            );
            await page.getByRole("link", { name: "Sign out" }).click();
            await toTheCompany(page);
            expect(await heading(page)).to.equal("flexAI would let you in");
            expect(await page.getByRole("alert").count()).to.equal(0);
            await atTheCompany(page, "Take out of all groups: Jon Contoso");
            await page.getByRole("button", { name: "Sign in as Jon Contoso" }).click();
            expect(await page.getByRole("alert").innerText()).to.match(/^This is the hole: /);
            expect(await violations(page)).to.deep.equal([]);
            expect(await overflow(page)).to.equal(0);
            await atTheCompany(page, "Put back into the groups: Jon Contoso");
            expect(tab.complaints).to.deep.equal([]);
        });
    }

    it("gives way to another person, whether Cognito, flexAI or nobody refused", async () => {
        tab = await openTab(browser, start);
        const { page } = tab;
        const another = async (name: string) => {
            await page.getByRole("link", { name: "Sign in as another person of Contoso" }).click();
            await page.getByRole("button", { name: `Sign in as ${name} Contoso` }).click();
            return heading(page);
        };
        await page.goto(start.page);
        expect(await another("Olaf")).to.equal("Sign-in failed");
        expect(await another("Max")).to.equal("flexAI would refuse you");
        expect(await another("Ida")).to.equal("flexAI would let you in");
        await page.getByRole("link", { name: "Sign out" }).click();
        expect(await another("Jon")).to.equal("flexAI would let you in");
        expect(tab.complaints).to.deep.equal([
            "Failed to load resource: the server responded with a status of 400 (Bad Request)",
        ]);
    });

    it("is refused without an email until the company's own session has ended", async () => {
        tab = await openTab(browser, start);
        const { page } = tab;
        await toTheCompany(page);
        await page.getByRole("button", { name: "Sign in as Olaf Contoso" }).click();
        expect(await page.getByRole("alert").innerText()).to.include(
            "Invalid user attributes: email: The attribute is required",
        );
        const cause = "The company sends no email for this person.";
        expect(await page.getByText(cause).count()).to.equal(1);
        expect(await violations(page)).to.deep.equal([]);
        await page.getByRole("link", { name: "Sign in as another person of Contoso" }).click();
        expect(await heading(page)).to.equal("Contoso (made up)");
        const guide = page.getByRole("link", { name: "docs/company-login.md" });
        expect(await guide.getAttribute("href")).to.equal(
            `${start.page}docs/company-login.md#close-the-hole`,
        );
        expect(await violations(page)).to.deep.equal([]);
        await page.getByRole("button", { name: "Sign out of Contoso" }).click();
        await page.getByRole("button", { name: "Take out of all groups: Ida Contoso" }).click();
        const back = { name: "Put back into the groups: Ida Contoso" };
        expect(await page.getByRole("button", back).count()).to.equal(1);
        expect(await violations(page)).to.deep.equal([]);
        await toTheCompany(page);
        expect(await heading(page)).to.equal("Sign in at Contoso");
    });
});

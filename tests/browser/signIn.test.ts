import { expect } from "chai";
import type { Browser, Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";
import { running } from "../local/support/running";
import { openTab, type Tab } from "./chromium";
import { claim } from "./claim";
import { fillIn, personWith, signIn } from "./person";
import { runningChromium } from "./runningChromium";

describe("a newcomer in a browser", () => {
    let start: Report;
    let browser: Browser;
    let tab: Tab;
    let page: Page;

    before(async () => {
        [start, browser] = await Promise.all([running(), runningChromium()]);
    });
    beforeEach(async () => {
        tab = await openTab(browser, start);
        page = tab.page;
        await page.goto(start.page);
    });
    afterEach(async () => {
        await page.context().close();
        expect(tab.foreignRequests).to.deep.equal([]);
        expect(tab.complaints).to.deep.equal([]);
    });

    const user = (role?: string) => personWith(role, start);

    it("reads that this is a try-out and, on the sign-in page, who can sign in", async () => {
        expect(await page.getByRole("banner").innerText()).to.include("Not for production");
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        const people = await page.getByRole("listitem").allInnerTexts();
        expect(people.map((person) => person.split(/\s*\n\s*/))).to.deep.equal(
            start.users.map(({ username, name, password, roles: [role = "no role"] }) => [
                `${name} ${role}`,
                `${username} or ${username}@made-up.invalid, password ${password}`,
                "Sign in",
            ]),
        );
        expect(start.users).to.have.lengthOf(4);
    });

    it("signs in with one click as a person of the list", async () => {
        const { name } = user("flexai-editor");
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        await page.getByRole("button", { name: `Sign in as ${name}` }).click();
        expect(page.url()).to.equal(start.page);
        expect(await claim(page, "ID token", "preferred_username")).to.equal(name);
    });

    it("is let in with a role", async () => {
        const { name, ...credentials } = user("flexai-editor");
        await signIn(page, credentials);
        expect(page.url()).to.equal(start.page);
        expect(await page.getByRole("heading", { level: 1 }).innerText()).to.equal(
            "flexAI would let you in",
        );
        const verdict = await page.locator(".good").innerText();
        expect(verdict).to.equal(
            `flexAI would call you ${name} and give you the role flexai-editor.`,
        );
        expect(await claim(page, "ID token", "preferred_username")).to.equal(name);
        for (const token of ["ID token", "Access token"]) {
            const roles = await claim(page, token, "https://flexai.de/roles");
            expect(roles).to.equal('["flexai-editor"]');
        }
        const marked = await page.locator("tr.marked th code").allInnerTexts();
        expect(marked).to.deep.equal([
            "preferred_username",
            "https://flexai.de/roles",
            "https://flexai.de/roles",
        ]);
        const exp = new Date(1000 * Number(await claim(page, "Access token", "exp")));
        const time = exp.toLocaleTimeString("en-GB", {
            hour: "2-digit",
            minute: "2-digit",
            timeZoneName: "short",
        });
        expect(await page.getByText("Your tokens expire at").innerText()).to.equal(
            `You are signed in with the user name ${credentials.username}. Your tokens expire at ${time}.`,
        );
    });

    it("is refused without a role", async () => {
        await signIn(page, user());
        expect(await page.getByRole("heading", { level: 1 }).innerText()).to.equal(
            "flexAI would refuse you",
        );
        expect(await page.getByRole("alert").innerText()).to.equal(
            "You have none of the roles flexai-manager, flexai-editor, flexai-user (claim https://flexai.de/roles).",
        );
        expect(await claim(page, "ID token", "https://flexai.de/roles")).to.equal("[]");
    });

    it("reads why after a wrong password, at the field, and tries again", async () => {
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        await fillIn(page, { ...user("flexai-manager"), password: "wrong" });
        const field = page.getByLabel("Password");
        expect(await field.getAttribute("aria-invalid")).to.equal("true");
        expect(await field.getAttribute("aria-describedby")).to.equal(
            await page.getByRole("alert").getAttribute("id"),
        );
        await fillIn(page, user("flexai-manager"));
        expect(page.url()).to.equal(start.page);
    });

    it("gets new tokens by the refresh button", async () => {
        await signIn(page, user("flexai-editor"));
        const before = await claim(page, "Access token", "jti");
        await page.getByRole("button", { name: "Refresh tokens" }).click();
        expect(await page.getByRole("status").innerText()).to.equal(
            "The tokens have been refreshed.",
        );
        expect(await claim(page, "Access token", "jti")).not.to.equal(before);
        expect(await claim(page, "ID token", "https://flexai.de/roles")).to.equal(
            '["flexai-editor"]',
        );
        await page.reload();
        expect(await page.getByRole("status").count()).to.equal(0);
    });

    it("signs out by the sign-out link and is asked again", async () => {
        await signIn(page, user("flexai-manager"));
        await page.getByRole("link", { name: "Sign out" }).click();
        expect(await page.getByRole("status").innerText()).to.equal("You are signed out.");
        await page.goto(start.page);
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        expect(new URL(page.url()).pathname).to.equal("/login");
        await fillIn(page, user("flexai-user"));
        expect(await claim(page, "ID token", "preferred_username")).to.equal(
            user("flexai-user").name,
        );
    });

    it("is signed in again silently when only flexAI's own session has ended", async () => {
        await signIn(page, user("flexai-manager"));
        await page.goto(new URL("/oauth2/signout", start.page).href);
        await page.goto(start.page);
        await page.getByRole("link", { name: "Sign in", exact: true }).click();
        expect(await claim(page, "ID token", "preferred_username")).to.equal(
            user("flexai-manager").name,
        );
    });
});

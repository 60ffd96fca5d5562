import type { Page } from "playwright-core";

import { signedInPage } from "../../local/relyingParty/signedInPage";
import type { Report } from "../local/support/npmStart";
import { fillIn, personWith, signIn } from "./person";

/** Options of `npm start` with which every kind of page is there. */
export const everyPage = ["--config", "companyLogin={ name: Contoso }"] as const;

/** Ways to every kind of page, by what a person sees there. */
export const visits: Readonly<Record<string, (page: Page, report: Report) => Promise<void>>> = {
    "the start": async (page, report) => {
        await page.goto(report.page);
    },
    "the sign-in page": async (page, report) => {
        await page.goto(new URL("/sign-in", report.page).href);
    },
    "a wrong password": async (page, report) => {
        await page.goto(new URL("/sign-in", report.page).href);
        const { username } = personWith("flexai-manager", report);
        await fillIn(page, { username, password: "wrong" });
    },
    "signed in": async (page, report) => {
        await signInWith("flexai-manager", page, report);
    },
    "every claim": async (page, report) => {
        await signInWith("flexai-manager", page, report);
        for (const summary of await page.locator("summary").all()) await summary.click();
    },
    "signed in without a role": async (page, report) => {
        await signInWith(undefined, page, report);
    },
    "signed in without a role and a name": async (page) => {
        await page.setContent(pageFor({ "cognito:username": "anna" }, Date.now() / 1000 + 3600));
    },
    "expired tokens": async (page) => {
        await page.setContent(pageFor({ "cognito:username": "anna" }, 0));
    },
    refreshed: async (page, report) => {
        await signInWith("flexai-editor", page, report);
        await page.getByRole("button", { name: "Refresh tokens" }).click();
    },
    "signed out": async (page, report) => {
        await signInWith("flexai-user", page, report);
        await page.getByRole("link", { name: "Sign out" }).click();
    },
    "an ended session": async (page, report) => {
        await page.goto(new URL("/?ended", report.page).href);
    },
    "the company's sign-in": async (page, report) => {
        await page.goto(new URL("/sign-in", report.page).href);
        await page.getByRole("link", { name: "Contoso", exact: true }).click();
    },
    "the company's own page": async (page, report) => {
        await atTheCompany("Ida", page, report);
        await page.getByRole("link", { name: "Sign in as another person of Contoso" }).click();
    },
    "refused at flexAI after the company": async (page, report) => {
        await atTheCompany("Max", page, report);
    },
    "refused at the company": async (page, report) => {
        await atTheCompany("Olaf", page, report);
    },
    invitations: async (page, report) => {
        await page.goto(new URL("/invitations", report.page).href);
    },
    "a document": async (page, report) => {
        await page.goto(new URL("/docs/configuration.md", report.page).href);
    },
    "a failed sign-in": async (page, report) => {
        await page.goto(new URL("/oauth2/callback?code=sample", report.page).href);
    },
    "no such page": async (page, report) => {
        await page.goto(new URL("/none", report.page).href);
    },
    "no such page of the provider": async (page, report) => {
        await page.goto(new URL("/none", report.authorizationEndpoint).href);
    },
    "an unregistered callback": async (page, report) => {
        await page.goto(`${report.authorizationEndpoint}?client_id=unknown`);
    },
    "an expired form": async (page, report) => {
        await page.goto(new URL("/sign-in", report.page).href);
        await page.context().clearCookies();
        await fillIn(page, personWith("flexai-manager", report));
    },
};

async function atTheCompany(name: string, page: Page, report: Report) {
    await visits["the company's sign-in"]?.(page, report);
    await page.getByRole("button", { name: `Sign in as ${name}` }).click();
}

async function signInWith(role: string | undefined, page: Page, report: Report) {
    await page.goto(report.page);
    await signIn(page, personWith(role, report));
}

function pageFor(idToken: Readonly<Record<string, unknown>>, exp: number): string {
    const tokens = { idToken, accessToken: { exp }, refreshToken: "sample" };
    const rolesClaim = "https://flexai.de/roles";
    return signedInPage({
        ...{ tokens, rolesClaim, stack: "dev" },
        ...{ signOutUrl: "/sign-out", notice: undefined, isMadeUp: false },
        ...{ company: undefined, received: undefined },
    });
}

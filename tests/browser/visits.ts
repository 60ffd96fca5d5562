import type { Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";
import { fillIn, signIn } from "./person";

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
        await fillIn(page, { username: "flexai-manager", password: "wrong" });
    },
    "signed in": async (page, report) => {
        await signInAs("flexai-manager", page, report);
    },
    "signed in without a role": async (page, report) => {
        await signInAs("no-role", page, report);
    },
    refreshed: async (page, report) => {
        await signInAs("flexai-editor", page, report);
        await page.getByRole("button", { name: "Refresh tokens" }).click();
    },
    "signed out": async (page, report) => {
        await signInAs("flexai-user", page, report);
        await page.getByRole("link", { name: "Sign out" }).click();
    },
    "a failed sign-in": async (page, report) => {
        await page.goto(new URL("/oauth2/callback?code=made-up", report.page).href);
    },
    "an unregistered callback": async (page, report) => {
        await page.goto(`${report.authorizationEndpoint}?client_id=unknown`);
    },
};

async function signInAs(username: string, page: Page, { page: start, users }: Report) {
    await page.goto(start);
    const password = users.find((user) => user.username === username)?.password ?? "";
    await signIn(page, { username, password });
}

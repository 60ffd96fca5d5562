import type { Page } from "playwright-core";

/** What somebody types to sign in. */
export interface Credentials {
    readonly username: string;
    readonly password: string;
}

/** Goes from the page's start to its answer. */
export async function signIn(page: Page, credentials: Credentials): Promise<void> {
    await page.getByRole("link", { name: "Sign in" }).click();
    await fillIn(page, credentials);
}

/** Fills in the sign-in page and sends it off. */
export async function fillIn(page: Page, { username, password }: Credentials): Promise<void> {
    await page.getByLabel("Username or email").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
}

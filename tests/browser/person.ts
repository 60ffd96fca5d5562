import type { Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";

/** What somebody types to sign in. */
export interface Credentials {
    readonly username: string;
    readonly password: string;
}

/** A user of the try-out. */
export type Person = Report["users"][number];

/** Finds the first user who has that role and no other, or has none. */
export function personWith(role: string | undefined, { users }: Report): Person {
    const found = users.find(({ roles }) => roles.length <= 1 && roles[0] === role);
    if (!found) throw new Error(`No user has the role ${String(role)} alone.`);
    return found;
}

/** Goes from the start page through the sign-in page to the page that it leads to. */
export async function signIn(page: Page, credentials: Credentials): Promise<void> {
    await page.getByRole("link", { name: "Sign in", exact: true }).click();
    await fillIn(page, credentials);
}

/** Fills in the sign-in page and sends it. */
export async function fillIn(page: Page, { username, password }: Credentials): Promise<void> {
    await page.getByLabel("User name or email").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

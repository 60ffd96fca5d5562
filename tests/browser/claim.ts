import type { Page } from "playwright-core";

/** Reads a claim's value from the tables of a token, and unfolds the claims that are folded. */
export async function claim(page: Page, token: string, name: string): Promise<string> {
    const section = page.getByRole("region", { name: token, exact: true });
    for (const summary of await section.locator("details:not([open]) > summary").all()) {
        await summary.click();
    }
    const heading = page.getByRole("rowheader", { name, exact: true });
    return section.getByRole("row").filter({ has: heading }).locator("td code").innerText();
}

import type { Page } from "playwright-core";

/** Reads a claim's value off the table of a token. */
export function claim(page: Page, token: string, name: string): Promise<string> {
    const heading = page.getByRole("rowheader", { name, exact: true });
    return page
        .getByRole("region", { name: token, exact: true })
        .getByRole("row")
        .filter({ has: heading })
        .locator("td code")
        .innerText();
}

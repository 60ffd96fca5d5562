import type { Page } from "playwright-core";

/** An input that a person sees. */
export interface Field {
    /** Place among the visible inputs. */
    readonly index: number;
    readonly name: string;
    readonly type: string;
    readonly autocomplete: string;
}

/** What a person sees of a page. */
export interface View {
    readonly url: URL;
    readonly fields: readonly Field[];
    /** Alerts, or else the heading and what stands below it. */
    readonly says: string;
    /** Differs between two loads of a page, two forms in it, and before and after an alert. */
    readonly key: string;
}

/** Selects the inputs that a person sees; Cognito's classic page has hidden twins of each. */
export const visibleInputs =
    "input:visible:not([type=hidden],[type=submit],[type=checkbox],[type=radio],[type=button])";
const alerts =
    "[role=alert]:visible, [aria-live=assertive]:visible, .errorMessage-customizable:visible";
const longest = 200;
/** What an authenticator app is set up with, in Base32: Cognito's has 52 characters. */
export const appSecret = /\b[A-Z2-7]{32,}\b/;

/**
 * Looks at a page; undefined while it changes.
 *
 * @throws {Error} When the page is closed
 */
export async function lookAt(page: Page): Promise<View | undefined> {
    try {
        const url = new URL(page.url());
        const loaded = await page.evaluate(() => performance.timeOrigin);
        const fields = await page.locator(visibleInputs).evaluateAll((inputs) =>
            (inputs as HTMLInputElement[]).map(({ name, type, autocomplete }, index) => ({
                index,
                name,
                type,
                autocomplete,
            })),
        );
        const alert = oneLine((await page.locator(alerts).allInnerTexts()).join(" "));
        const says = alert || oneLine(await page.locator("body").innerText());
        const key = JSON.stringify([loaded, fields, alert]);
        return { url, fields, says: says || "nothing", key };
    } catch (error) {
        if (page.isClosed()) throw error;
        // Another page has taken its place in the meantime.
        return undefined;
    }
}

function oneLine(words: string): string {
    const line = words.replace(appSecret, "(secret)").replace(/\s+/g, " ").trim();
    return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

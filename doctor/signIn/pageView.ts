import type { Page } from "playwright-core";

import { Unexpected } from "./unexpected";

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

/** Pages that are not a form of the sign-in, and what to do about each. */
const pages: readonly (readonly [RegExp, string])[] = [
    [
        /^chrome-error:/,
        "The browser cannot reach the sign-in page. A domain that was created just now needs some " +
            "minutes; otherwise look whether a firewall or proxy stands in between.",
    ],
    [
        /redirect_mismatch|callback in redirect_uri is not registered/i,
        "The client does not have flexAI's callback, or the output clientId is another client's. " +
            "This restores it:",
    ],
    [
        /login pages unavailable/i,
        "The client has no style for managed login. This creates the missing ManagedLoginBranding:",
    ],
    [/client/i, "The client is not the program's, or no longer there. This restores it:"],
    [
        /(?:)/,
        "Read what the page says, and open flexAI in a browser to see the whole of it. This restores " +
            "what was changed by hand:",
    ],
];

/** Says what stands where the sign-in page ought to be. */
export function unknownPage({ url, says }: View): Unexpected {
    const error = url.searchParams.get("error");
    const seen = `${address(url.href)} says: ${says}${error === null ? "" : ` (${error})`}`;
    const [, advice = ""] = pages.find(([pattern]) => pattern.test(seen)) ?? [];
    return new Unexpected("the sign-in page", seen, advice, !seen.startsWith("chrome-error:"));
}

/** The address without its query, which may hold a code. */
export function address(href: string): string {
    const { origin, pathname, protocol } = new URL(href);
    return protocol.startsWith("http") ? origin + pathname : href;
}

import type { Page } from "playwright-core";

import { CheckFailed, failed } from "../check";
import type { Commands } from "../commands";

/** An input that a person sees. */
export interface Field {
    /** Position among the visible inputs. */
    readonly index: number;
    readonly name: string;
    readonly type: string;
    readonly autocomplete: string;
}

/** What a person sees of a page. */
export interface View {
    readonly url: URL;
    readonly fields: readonly Field[];
    /** Its alerts, else everything that it shows; shortened. */
    readonly says: string;
    /** Changes when the page is loaded again, shows another form, or shows an alert. */
    readonly key: string;
}

/** Selects the inputs that a person sees: Cognito's classic page has a hidden copy of each. */
export const visibleInputs =
    "input:visible:not([type=hidden],[type=submit],[type=checkbox],[type=radio],[type=button])";
const alerts =
    "[role=alert]:visible, [aria-live=assertive]:visible, .errorMessage-customizable:visible";
const longest = 200;
/** The secret of an authenticator app in Base32: Cognito's has 52 characters. */
export const appSecret = /\b[A-Z2-7]{32,}\b/;

/**
 * Looks at a page; `undefined` while it changes.
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
        // The browser went on to another page in the meantime.
        return undefined;
    }
}

function oneLine(words: string): string {
    const line = words.replace(appSecret, "(secret)").replace(/\s+/g, " ").trim();
    return line.length > longest ? `${line.slice(0, longest)}...` : line;
}

/** Pages without a known form, and what to do about each. */
const unknownPages: readonly (readonly [RegExp, string])[] = [
    [
        /redirect_mismatch|callback in redirect_uri is not registered/i,
        "The client does not have flexAI's callback, or the output clientId is another client's: " +
            "restore it.",
    ],
    [
        /login pages unavailable/i,
        "The client has no style for managed login: restore the missing ManagedLoginBranding.",
    ],
    [/client/i, "The client is not the program's, or was deleted: restore it."],
    [
        /(?:)/,
        "Read what the page says, and open flexAI in a browser to see the whole page. Then restore " +
            "what was changed by hand.",
    ],
];

/** Explains a page without a known form. */
export function unknownPage({ url, says }: View, { restore }: Commands): CheckFailed {
    const error = url.searchParams.get("error");
    const seen = `${address(url.href)} says: ${says}${error === null ? "" : ` (${error})`}`;
    const fail = (advice: string, commands?: readonly string[]) =>
        new CheckFailed(failed("the sign-in page", seen, advice, commands));
    if (url.protocol === "chrome-error:") {
        return fail(
            "The browser cannot reach the sign-in page. A domain that was created just now needs " +
                "some minutes. If it is older, check whether a firewall or a proxy blocks it.",
        );
    }
    const [, advice = ""] = unknownPages.find(([pattern]) => pattern.test(seen)) ?? [];
    return fail(advice, restore);
}

/** An address without its query, which may contain a code. */
export function address(href: string): string {
    const { origin, pathname, protocol } = new URL(href);
    return protocol.startsWith("http") ? origin + pathname : href;
}

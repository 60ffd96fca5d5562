import type { View } from "./pageView";
import { Unexpected } from "./unexpected";

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

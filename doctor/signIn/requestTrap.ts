import type { Page } from "playwright-core";

import { CheckFailed, failed } from "../check";

/** What the browser of a sign-in may send, and to whom. */
export interface Limits {
    /** Callback of flexAI, whose host gets no request at all. */
    readonly redirectUri: string;
    /** Origin of the sign-in page, which alone may show a page or get a form. */
    readonly pageOrigin: string;
    readonly password: string;
}

/** What has become of a sign-in's requests. */
export interface RequestTrap {
    /**
     * The address of the first request to flexAI, which carries the code. Rejects with a CheckFailed
     * when the browser was about to go to another host or to send the password there.
     */
    readonly reached: Promise<URL>;
}

/**
 * Stops the browser's requests that leave the sign-in page, before they are sent. Playwright's own
 * routes do not see redirects, so this uses the Fetch domain of Chrome's protocol; that of the browser,
 * because a popup is another page.
 */
export async function trapRequests(
    page: Page,
    { redirectUri, pageOrigin, password }: Limits,
): Promise<RequestTrap> {
    const flexai = new URL(redirectUri).origin;
    const browser = page.context().browser();
    if (!browser) throw new Error("The page has no browser.");
    const session = await browser.newBrowserCDPSession();
    const reached = new Promise<URL>((resolve, reject) => {
        session.on("Fetch.requestPaused", ({ requestId, request, resourceType }) => {
            const url = new URL(request.url);
            const carriesPassword = `${request.url} ${request.postData ?? ""}`.includes(password);
            const isElsewhere =
                url.protocol.startsWith("http") &&
                url.origin !== pageOrigin &&
                (resourceType === "Document" || carriesPassword);
            const isStopped = url.origin === flexai || isElsewhere;
            const sent = isStopped
                ? session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
                : session.send("Fetch.continueRequest", { requestId });
            // The browser may have closed in the meantime.
            sent.catch(() => undefined);
            if (url.origin === flexai) resolve(url);
            else if (isElsewhere) reject(anotherHost(url));
        });
    });
    // It may reject before anybody waits for it.
    reached.catch(() => undefined);
    await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    // Until then, for a page may go on after the sign-in.
    page.once("close", () => void session.detach().catch(() => undefined));
    return { reached };
}

function anotherHost({ origin }: URL): CheckFailed {
    return new CheckFailed(
        failed(
            "every page and form of the sign-in on the host that the user pool names",
            `the page is on another host: ${origin}`,
            "Nothing was sent to that host. Until somebody knows why the sign-in leads there, nobody " +
                "should sign in.",
        ),
    );
}

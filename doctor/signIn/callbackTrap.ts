import type { Page } from "playwright-core";

/**
 * Keeps a page from sending anything to flexAI, and catches the redirect that carries the code.
 * Playwright's own routes do not see redirects, so this uses the Fetch domain of Chrome's protocol.
 *
 * @returns The address of the first request to flexAI, once there is one
 */
export async function trapCallback(
    page: Page,
    redirectUri: string,
): Promise<{ readonly reached: Promise<URL> }> {
    const { origin } = new URL(redirectUri);
    const session = await page.context().newCDPSession(page);
    const reached = new Promise<URL>((resolve) => {
        session.on("Fetch.requestPaused", ({ requestId, request }) => {
            const url = new URL(request.url);
            const isFlexai = url.origin === origin;
            const verdict = isFlexai
                ? session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
                : session.send("Fetch.continueRequest", { requestId });
            // The browser may have closed in the meantime.
            verdict.catch(() => undefined);
            if (isFlexai) resolve(url);
        });
    });
    await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    return { reached };
}

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { type Browser, chromium, type Page } from "playwright-core";

import { CannotRun } from "../check";

const commands = [
    "google-chrome",
    "google-chrome-stable",
    "chromium",
    "chromium-browser",
    "microsoft-edge",
    "microsoft-edge-stable",
];
const macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"];

/**
 * Finds Chrome, Chromium or Edge: other browsers lack the protocol that stops the redirect to flexAI.
 *
 * @param chosen - Path from the command line
 * @param path - Folders of commands, as in the environment variable PATH
 * @throws {CannotRun} When there is none
 */
export function findBrowser(chosen: string | undefined, path = process.env.PATH ?? ""): string {
    if (chosen !== undefined) {
        if (isExecutable(chosen)) return chosen;
        throw new CannotRun(
            `--browser '${chosen}' is not a program that can be run. Expected: the path of Chrome, ` +
                "Chromium or Edge, such as --browser /usr/bin/chromium",
        );
    }
    const found = [
        ...path.split(delimiter).flatMap((folder) => commands.map((name) => join(folder, name))),
        ...macApplications.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
    ].find(isExecutable);
    if (found !== undefined) return found;
    throw new CannotRun(
        "No browser was found, and --sign-in needs Chrome, Chromium or Edge. Install one of them, " +
            "or name the path of one: --browser PATH",
    );
}

/**
 * Starts a browser without a window.
 *
 * @throws {CannotRun} When it does not start
 */
export async function launchBrowser(executablePath: string): Promise<Browser> {
    try {
        return await chromium.launch({
            executablePath,
            // Chromium refuses to run its sandbox as root.
            chromiumSandbox: process.getuid?.() !== 0,
            // At a signal, Playwright would end the process before the user is deleted.
            handleSIGINT: false,
            handleSIGTERM: false,
            handleSIGHUP: false,
        });
    } catch (error) {
        const [reason = ""] = (error as Error).message.split("\n");
        throw new CannotRun(
            `The browser ${executablePath} does not start: ${reason}\n` +
                "Name the path of another one: --browser PATH",
        );
    }
}

function isExecutable(path: string): boolean {
    try {
        accessSync(path, constants.X_OK);
        return true;
    } catch {
        return false;
    }
}

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
            const sent = isFlexai
                ? session.send("Fetch.failRequest", { requestId, errorReason: "Aborted" })
                : session.send("Fetch.continueRequest", { requestId });
            // The browser may have closed in the meantime.
            sent.catch(() => undefined);
            if (isFlexai) resolve(url);
        });
    });
    await session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
    return { reached };
}

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { type Browser, chromium } from "playwright-core";

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

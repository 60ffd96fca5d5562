import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

import { type Browser, chromium } from "playwright-core";

import { CannotRun } from "../check";
import { pathOf } from "../input";

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
        const path = pathOf(chosen);
        if (isExecutable(path)) return path;
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

/** Milliseconds between two actions in a window, so that a person sees them. */
const slowness = 200;

/**
 * Starts a browser.
 *
 * @param show - Whether it has a window
 * @throws {CannotRun} When it does not start, or there is no display for its window
 */
export async function launchBrowser(
    executablePath: string,
    show: boolean,
    { DISPLAY = "", WAYLAND_DISPLAY = "" }: NodeJS.ProcessEnv = process.env,
): Promise<Browser> {
    if (show && process.platform === "linux" && DISPLAY + WAYLAND_DISPLAY === "") {
        throw new CannotRun(
            "--show needs a display, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is " +
                "set. Run this on a desktop, or without --show.",
        );
    }
    try {
        return await chromium.launch({
            executablePath,
            headless: !show,
            ...(show && { slowMo: slowness }),
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

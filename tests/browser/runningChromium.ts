import type { Browser } from "playwright-core";

import { launchChromium } from "./chromium";

let browser: Promise<Browser> | undefined;

/** The one Chromium that all tests of a mocha run share. */
export function runningChromium(): Promise<Browser> {
    return (browser ??= launchChromium());
}

after(async () => {
    await (await browser)?.close();
});

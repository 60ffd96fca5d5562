// Takes a picture of every page, wide and narrow, into a folder, to look at:
//     node -r ./commandLine/transpiler.js tests/browser/screenshots.ts FOLDER
// and without a folder makes docs/pictures/npm-start.png and docs/pictures/sign-in.png again.
import { join } from "node:path";

import type { Browser } from "playwright-core";

import { NpmStart, type Report } from "../local/support/npmStart";
import { brandOption } from "./brand";
import { launchChromium, openTab } from "./chromium";
import { everyPage, visits } from "./visits";

async function takeAll(browser: Browser, report: Report, folder: string): Promise<void> {
    for (const [name, visit] of Object.entries(visits)) {
        for (const [width, colorScheme] of [
            [1280, "light"],
            [320, "dark"],
        ] as const) {
            const options = { viewport: { width, height: 700 }, colorScheme };
            const { page } = await openTab(browser, report, options);
            await visit(page, report);
            const path = join(folder, `${name.replaceAll(" ", "-")}-${String(width)}.png`);
            await page.screenshot({ path, fullPage: true });
            await page.context().close();
        }
    }
}

/** The sign-in page with a brand, in both color schemes. */
async function takeBrand(browser: Browser, folder: string): Promise<void> {
    const run = new NpmStart(["--json", "--port", "0", ...brandOption]);
    try {
        const report = await run.report();
        for (const colorScheme of ["light", "dark"] as const) {
            for (const width of [1280, 320]) {
                const options = { viewport: { width, height: 700 }, colorScheme };
                const { page } = await openTab(browser, report, options);
                await visits["the sign-in page"]?.(page, report);
                const path = join(folder, `brand-${colorScheme}-${String(width)}.png`);
                await page.screenshot({ path, fullPage: true });
                await page.context().close();
            }
        }
    } finally {
        await run.end();
    }
}

async function takeForReadme(browser: Browser, report: Report): Promise<void> {
    const pictures = [
        ["sign-in", "the sign-in page"],
        ["npm-start", "signed in"],
    ] as const;
    for (const [file, name] of pictures) {
        const { page } = await openTab(browser, report, { viewport: { width: 820, height: 640 } });
        await visits[name]?.(page, report);
        const path = join(__dirname, "..", "..", "docs", "pictures", `${file}.png`);
        await page.screenshot({ path, fullPage: true });
        await page.context().close();
    }
}

async function main(folder: string | undefined): Promise<void> {
    const pages = folder === undefined ? [] : everyPage;
    const run = new NpmStart(["--json", "--port", "0", ...pages]);
    const browser = await launchChromium();
    try {
        const report = await run.report();
        if (folder === undefined) await takeForReadme(browser, report);
        else {
            await takeAll(browser, report, folder);
            await takeBrand(browser, folder);
        }
    } finally {
        await Promise.all([run.end(), browser.close()]);
    }
}

void main(process.argv[2]);

import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

import type { Report } from "../local/support/npmStart";

/** Path of Debian's Chromium, or another one. */
export const executable = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Starts Debian's Chromium, which finds no host but this machine. */
export function launchChromium(): Promise<Browser> {
    return chromium.launch({
        executablePath: executable,
        args: [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    });
}

/** A tab of its own, with cookies of its own, and what went wrong in it. */
export interface Tab {
    readonly page: Page;
    /** Requests to anything but the origins of the try-out. */
    readonly foreignRequests: readonly string[];
    /** Errors and warnings in the console, and exceptions. */
    readonly complaints: readonly string[];
}

/** Opens a tab that keeps a record of every request and every line of the console. */
export async function openTab(
    browser: Browser,
    { page: start, authorizationEndpoint, companyLoginSetup }: Report,
    options: BrowserContextOptions = {},
): Promise<Tab> {
    const { issuer = start } = companyLoginSetup ?? {};
    const origins = [start, authorizationEndpoint, issuer].map((url) => new URL(url).origin);
    const context = await browser.newContext(options);
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const foreignRequests: string[] = [];
    const complaints: string[] = [];
    context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== "data:" && !origins.includes(origin)) foreignRequests.push(request.url());
    });
    context.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(error.error().message));
    return { page, foreignRequests, complaints };
}

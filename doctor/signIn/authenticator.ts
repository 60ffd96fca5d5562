import type { Page } from "playwright-core";
import { Secret, TOTP } from "otpauth";

import { appSecret } from "./pageView";

/** The throw-away user's authenticator app, with otpauth's defaults: SHA-1, 6 digits, 30 seconds. */
export class Authenticator {
    #totp: TOTP | undefined;
    #lastStep = -1;

    get isSetUp(): boolean {
        return this.#totp !== undefined;
    }

    /** Reads the secret off a page that shows one, if need be after a press of the button for it. */
    async setUp(page: Page): Promise<boolean> {
        let secret = await secretOn(page);
        if (secret === undefined) {
            const button = page.locator("button:visible, a:visible, summary:visible");
            const reveal = button.filter({ hasText: /secret|manual|can.t scan/i }).first();
            if ((await reveal.count()) > 0) await reveal.click({ noWaitAfter: true });
            secret = await secretOn(page);
        }
        if (secret !== undefined) this.#totp = new TOTP({ secret: Secret.fromBase32(secret) });
        return this.isSetUp;
    }

    /** A code that has not been entered yet: Cognito accepts none twice, and the next one already. */
    nextCode(): string {
        const totp = this.#totp ?? new TOTP();
        this.#lastStep = Math.max(totp.counter(), this.#lastStep + 1);
        return totp.generate({ timestamp: this.#lastStep * totp.period * 1000 });
    }
}

async function secretOn(page: Page): Promise<string | undefined> {
    const words = await page.locator("body").innerText();
    // A field that is read only, or the address behind a QR code, may hold it too.
    const values = await page
        .locator("input:visible, a[href^='otpauth:']")
        .evaluateAll((all) =>
            all.map((one) => one.getAttribute("href") ?? (one as HTMLInputElement).value),
        );
    return appSecret.exec([words, ...values].join("\n"))?.[0];
}

import type { Page } from "playwright-core";
import { Secret, TOTP } from "otpauth";

import { appSecret } from "./pageView";

/** The throw-away user's authenticator app, with otpauth's defaults: SHA-1, 6 digits, 30 seconds. */
export class AuthenticatorApp {
    #totp: TOTP | undefined;
    #lastStep = -1;

    get isSetUp(): boolean {
        return this.#totp !== undefined;
    }

    /** Reads the secret off a page that shows one, if necessary after a press of a button. */
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

    /** A code that was not entered before: Cognito accepts each once, and also the next one. */
    nextCode(): string {
        const totp = this.#totp ?? new TOTP();
        this.#lastStep = Math.max(totp.counter(), this.#lastStep + 1);
        return totp.generate({ timestamp: this.#lastStep * totp.period * 1000 });
    }
}

async function secretOn(page: Page): Promise<string | undefined> {
    const words = await page.locator("body").innerText();
    // It may also be in a field that is read only, or in the address behind a QR code.
    const values = await page
        .locator("input:visible, a[href^='otpauth:']")
        .evaluateAll((elements) =>
            elements.map(
                (element) => element.getAttribute("href") ?? (element as HTMLInputElement).value,
            ),
        );
    return appSecret.exec([words, ...values].join("\n"))?.[0];
}

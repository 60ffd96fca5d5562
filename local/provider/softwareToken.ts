import { Secret, TOTP } from "otpauth";

/** Steps of 30 seconds by which the clock of an app may be off. */
const tolerance = 1;

/** Result of checking a code. */
export type CodeCheck = "right" | "wrong" | "used";

/**
 * What a pool knows of a user's authenticator app; Cognito calls it a software token. It has Cognito's
 * algorithm: SHA-1, six digits, 30 seconds. RFC 6238.
 */
export class SoftwareToken {
    readonly #totp: TOTP;
    /** Step of the last right code. RFC 6238, section 5.2, accepts no code twice. */
    #lastStep = -1;

    /** @param username - Account that the app shows */
    constructor(
        username: string,
        private readonly now: () => number = Date.now,
    ) {
        const secret = new Secret({ size: 32 });
        this.#totp = new TOTP({ issuer: "flexAI try-out", label: username, secret });
    }

    /** What a person types into the app. Base32. */
    get secret(): string {
        return this.#totp.secret.base32;
    }

    /** What the app reads from a QR code. */
    get address(): string {
        return this.#totp.toString();
    }

    /** A code that is right now, unless all of them were used. */
    code(): string | undefined {
        const now = this.#step(0);
        const step = Math.max(now, this.#lastStep + 1);
        if (step > now + tolerance) return undefined;
        return this.#totp.generate({ timestamp: step * this.#totp.period * 1000 });
    }

    /** Checks a code. A right one is used up. */
    check(code: string): CodeCheck {
        const delta = this.#totp.validate({
            token: code,
            window: tolerance,
            timestamp: this.now(),
        });
        if (delta === null) return "wrong";
        if (this.#step(delta) <= this.#lastStep) return "used";
        this.#lastStep = this.#step(delta);
        return "right";
    }

    #step(delta: number): number {
        return this.#totp.counter({ timestamp: this.now() }) + delta;
    }
}

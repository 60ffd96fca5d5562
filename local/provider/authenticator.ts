import { Secret, TOTP } from "otpauth";

/** Steps of 30 seconds by which the clock of an app may be off. */
const tolerance = 1;

/** What a code turned out to be. */
export type Verdict = "right" | "wrong" | "used";

/**
 * A user's authenticator app as the pool knows it, with the algorithm that Cognito has: SHA-1, six
 * digits, 30 seconds. RFC 6238.
 */
export class Authenticator {
    readonly #totp: TOTP;
    /** Step of the last code that was right. RFC 6238, section 5.2, accepts none twice. */
    #lastStep = -1;

    /** @param username - Name of the account in the app */
    constructor(
        username: string,
        private readonly now: () => number = Date.now,
    ) {
        const secret = new Secret({ size: 32 });
        this.#totp = new TOTP({ issuer: "flexAI try-out", label: username, secret });
    }

    /** What a person types into an app. Base32. */
    get secret(): string {
        return this.#totp.secret.base32;
    }

    /** What an app reads off a QR code. */
    get address(): string {
        return this.#totp.toString();
    }

    /** A code that would be right now, if there is one that was not used. */
    code(): string | undefined {
        const now = this.#step(0);
        const step = Math.max(now, this.#lastStep + 1);
        if (step > now + tolerance) return undefined;
        return this.#totp.generate({ timestamp: step * this.#totp.period * 1000 });
    }

    /** Looks at a code, which is used up if it is right. */
    check(code: string): Verdict {
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

/** Wrong codes that are free. */
const free = 5;
/** Seconds of the longest lockout, and without a wrong code until the count begins again. */
const longest = 900;

/**
 * Locks a user out after wrong codes: a second after the fifth, twice as long after each further one.
 * Source: Cognito's developer guide, lockout behavior for failed sign-in attempts.
 */
export class Lockout {
    #failures = 0;
    /** Milliseconds since the epoch. */
    #until = 0;

    constructor(private readonly now: () => number = Date.now) {}

    /** Seconds until the next code is looked at. */
    secondsLeft(): number {
        return Math.max(0, Math.ceil((this.#until - this.now()) / 1000));
    }

    /** Counts a wrong code; one that comes during a lockout is not looked at, and does not count. */
    fail(): void {
        if (this.now() - this.#until >= longest * 1000) this.#failures = 0;
        this.#failures += 1;
        const seconds = this.#failures < free ? 0 : 2 ** (this.#failures - free);
        this.#until = this.now() + Math.min(seconds, longest) * 1000;
    }

    /** Begins to count again, after a right code. */
    reset(): void {
        this.#failures = 0;
        this.#until = 0;
    }
}

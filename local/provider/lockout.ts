/** First failure that locks out. */
const first = 5;
/** Seconds: the longest lockout, and the time without a failure after which counting starts again. */
const longest = 900;

/**
 * Locks a user out after wrong passwords or codes: for a second after the fifth, and twice as long after
 * each further one.
 * Source: Cognito's developer guide, lockout behavior for failed sign-in attempts.
 */
export class Lockout {
    #failures = 0;
    /** Milliseconds since the epoch. */
    #until = 0;

    constructor(private readonly now: () => number = Date.now) {}

    /** Seconds until a password or code is checked again. */
    secondsLeft(): number {
        return Math.max(0, Math.ceil((this.#until - this.now()) / 1000));
    }

    /** Counts a failure. During a lockout nothing is checked, and nothing counts. */
    fail(): void {
        if (this.now() - this.#until >= longest * 1000) this.#failures = 0;
        this.#failures += 1;
        const seconds = this.#failures < first ? 0 : 2 ** (this.#failures - first);
        this.#until = this.now() + Math.min(seconds, longest) * 1000;
    }

    /** Starts counting again, after a success. */
    reset(): void {
        this.#failures = 0;
        this.#until = 0;
    }
}

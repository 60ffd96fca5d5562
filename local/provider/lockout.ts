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

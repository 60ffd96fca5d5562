import { TTLCache } from "@isaacs/ttlcache";

import { randomSecret } from "../secrets";
import type { TryOutUser } from "../tryOutUsers";
import { Authenticator, Lockout, type Verdict } from "./authenticator";

/** Seconds between the password and the code, as at Cognito. */
export const pendingLifetime = 180;

/** A sign-in whose password was right and that still needs a code. */
export interface PendingSignIn {
    readonly user: TryOutUser;
    readonly authenticator: Authenticator;
    /** Whether the authenticator is one to set up. */
    readonly isNew: boolean;
    /** Why the last code was refused, until it is shown. */
    refusal: string | undefined;
}

/** The second factor of every user of the pool. */
export class SecondFactor {
    /** By the user's `sub`. */
    readonly #authenticators = new Map<string, Authenticator>();
    readonly #lockouts = new Map<string, Lockout>();
    readonly #pending = new TTLCache<string, PendingSignIn>({
        ttl: pendingLifetime * 1000,
        max: 10_000,
        checkAgeOnGet: true,
    });

    /** Begins the second half of a sign-in and returns the id by which it goes on. */
    begin(user: TryOutUser): string {
        const known = this.#authenticators.get(user.sub);
        const authenticator = known ?? new Authenticator(user.username);
        const id = randomSecret();
        const isNew = known === undefined;
        this.#pending.set(id, { user, authenticator, isNew, refusal: undefined });
        return id;
    }

    /** The sign-in with that id, unless it is over. */
    pending(id: string): PendingSignIn | undefined {
        return this.#pending.get(id);
    }

    /** Whether the code ends the sign-in; otherwise it says why not in `refusal`. */
    accepts(id: string, code: string): boolean {
        const pending = this.#pending.get(id);
        if (!pending) return false;
        const { user, authenticator } = pending;
        const lockout = this.#lockouts.get(user.sub) ?? new Lockout();
        this.#lockouts.set(user.sub, lockout);
        const locked = lockout.secondsLeft();
        const verdict = locked > 0 ? "locked" : authenticator.check(code);
        if (verdict === "right") {
            lockout.reset();
            this.#authenticators.set(user.sub, authenticator);
            this.#pending.delete(id);
            return true;
        }
        if (verdict !== "locked") lockout.fail();
        pending.refusal = refusals[verdict](lockout.secondsLeft());
        return false;
    }
}

const refusals: Readonly<
    Record<Exclude<Verdict, "right"> | "locked", (seconds: number) => string>
> = {
    wrong: (seconds) => `Wrong code.${wait(seconds)}`,
    used: (seconds) => `This code was used already. Wait for the next one.${wait(seconds)}`,
    locked: (seconds) => `Too many wrong codes.${wait(seconds)}`,
};

function wait(seconds: number): string {
    return seconds === 0 ? "" : ` No other is accepted for ${String(seconds)} s.`;
}

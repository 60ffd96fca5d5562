import { TTLCache } from "@isaacs/ttlcache";

import { randomSecret } from "../secrets";
import type { TryOutUser } from "../tryOutUsers";
import { Lockout } from "./lockout";
import { type CodeCheck, SoftwareToken } from "./softwareToken";

/** Seconds between the password and the code, as at Cognito. */
export const pendingLifetime = 180;

/** A sign-in with the right password that still needs a code. */
export interface UnfinishedSignIn {
    readonly user: TryOutUser;
    readonly token: SoftwareToken;
    /** Whether the user has yet to add it to an app. */
    readonly isNew: boolean;
    /** Why the last code was refused; removed once the page has shown it. */
    refusal: string | undefined;
}

/** The second factor of every user of the pool. */
export class SecondFactor {
    /** By the user's `sub`. */
    readonly #tokens = new Map<string, SoftwareToken>();
    readonly #lockouts = new Map<string, Lockout>();
    readonly #pending = new TTLCache<string, UnfinishedSignIn>({
        ttl: pendingLifetime * 1000,
        max: 10_000,
        checkAgeOnGet: true,
    });

    /** Begins to wait for a code, and returns the id of the sign-in. */
    begin(user: TryOutUser): string {
        const known = this.#tokens.get(user.sub);
        const token = known ?? new SoftwareToken(user.username);
        const id = randomSecret();
        const isNew = known === undefined;
        this.#pending.set(id, { user, token, isNew, refusal: undefined });
        return id;
    }

    /** The sign-in with that id, unless it has ended. */
    pending(id: string): UnfinishedSignIn | undefined {
        return this.#pending.get(id);
    }

    /** Whether the code is right; if it is not, the sign-in's `refusal` has the reason. */
    accepts(id: string, code: string): boolean {
        const pending = this.#pending.get(id);
        if (!pending) return false;
        const { user, token } = pending;
        const lockout = this.#lockouts.get(user.sub) ?? new Lockout();
        this.#lockouts.set(user.sub, lockout);
        const locked = lockout.secondsLeft();
        const verdict = locked > 0 ? "locked" : token.check(code);
        if (verdict === "right") {
            lockout.reset();
            this.#tokens.set(user.sub, token);
            this.#pending.delete(id);
            return true;
        }
        if (verdict !== "locked") lockout.fail();
        pending.refusal = refusals[verdict](lockout.secondsLeft());
        return false;
    }
}

const refusals: Readonly<
    Record<Exclude<CodeCheck, "right"> | "locked", (seconds: number) => string>
> = {
    wrong: (seconds) => `Wrong code.${wait(seconds)}`,
    used: (seconds) => `This code was used already. Wait for the next one.${wait(seconds)}`,
    locked: (seconds) => `Too many wrong codes.${wait(seconds)}`,
};

function wait(seconds: number): string {
    return seconds === 0 ? "" : ` No other is accepted for ${String(seconds)} s.`;
}

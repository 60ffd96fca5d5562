import { TTLCache } from "@isaacs/ttlcache";

import type { UserPool } from "../program/registeredPool";
import { randomSecret, sameSecret } from "../secrets";
import type { TryOutUser } from "../tryOutUsers";
import { Lockout } from "./lockout";

/** Compared for unknown users too, so that the response takes as long as for known ones. */
const noPassword = randomSecret();

/** Milliseconds after the last failure after which a lockout is over and its count starts again. */
const forgotten = 1800 * 1000;

/** The user who has signed in, or in Cognito's words why nobody has. */
export type PasswordCheck = { readonly user: TryOutUser } | { readonly refusal: string };

/** Sign-in by username and password, as at Cognito. */
export class Passwords {
    /** By the user's `sub`, or by the name that nobody has: that one is locked out as well. */
    readonly #lockouts = new TTLCache<string, Lockout>({
        ttl: forgotten,
        max: 10_000,
        checkAgeOnGet: true,
    });

    constructor(
        private readonly users: readonly TryOutUser[],
        private readonly pool: Pick<UserPool, "aliasAttributes" | "caseSensitive">,
    ) {}

    /** Checks a username, or an alias of it, and a password. */
    check(name: string, password: string): PasswordCheck {
        const user = this.#userOf(name);
        const key = user?.sub ?? name.toLowerCase();
        const lockout = this.#lockouts.get(key) ?? new Lockout();
        if (lockout.secondsLeft() > 0) return { refusal: "Password attempts exceeded" };
        if (!sameSecret(password, user?.password ?? noPassword) || !user) {
            lockout.fail();
            this.#lockouts.set(key, lockout);
            // The same for an unknown user, because the client prevents errors of a user's existence.
            return { refusal: "Incorrect username or password." };
        }
        lockout.reset();
        // That setting does not hide it (amazon-cognito-auth-js issue 148, localstack issue 8454).
        return user.enabled ? { user } : { refusal: "User is disabled." };
    }

    #userOf(name: string): TryOutUser | undefined {
        const { aliasAttributes, caseSensitive } = this.pool;
        const isSame = (known: string | undefined, given: string) =>
            caseSensitive ? known === given : known?.toLowerCase() === given.toLowerCase();
        return (
            this.users.find(({ username }) => isSame(username, name)) ??
            this.users.find(({ attributes }) =>
                aliasAttributes.some(
                    (alias) =>
                        isSame(attributes[alias], name) &&
                        // An unverified address is not an alias.
                        (attributes[`${alias}_verified`] ?? "true") === "true",
                ),
            )
        );
    }
}

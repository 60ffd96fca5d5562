import { randomSecret, sameSecret } from "../secrets";
import type { TryOutUser } from "../tryOutUsers";
import type { Provider } from "./provider";

/** Compared for unknown users too, so that the response takes as long as for known ones. */
const noPassword = randomSecret();

/** Finds the user who may sign in with a username, or an alias of it, and a password. */
export function userWith(
    name: string,
    password: string,
    { users, pool }: Pick<Provider, "users" | "pool">,
): TryOutUser | undefined {
    const isSame = (known: string | undefined, given: string) =>
        pool.caseSensitive ? known === given : known?.toLowerCase() === given.toLowerCase();
    const user =
        users.find(({ username }) => isSame(username, name)) ??
        users.find(({ attributes }) =>
            pool.aliasAttributes.some(
                (alias) =>
                    isSame(attributes[alias], name) &&
                    // An unverified address is not an alias.
                    (attributes[`${alias}_verified`] ?? "true") === "true",
            ),
        );
    return sameSecret(password, user?.password ?? noPassword) && user?.enabled ? user : undefined;
}

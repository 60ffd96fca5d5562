import { randomSecret, sameSecret } from "../secrets";
import type { TryOutUser } from "../tryOutUsers";
import type { Provider } from "./provider";

/** Compared with for unknown users, so that they take as long as known ones. */
const noPassword = randomSecret();

/** Finds the user who may sign in with a username, or an alias of it, and a password. */
export function userWith(
    name: string,
    password: string,
    { users, pool }: Pick<Provider, "users" | "pool">,
): TryOutUser | undefined {
    const same = (one: string | undefined, other: string) =>
        pool.caseSensitive ? one === other : one?.toLowerCase() === other.toLowerCase();
    const user =
        users.find(({ username }) => same(username, name)) ??
        users.find(({ attributes }) =>
            pool.aliasAttributes.some(
                (alias) =>
                    same(attributes[alias], name) &&
                    // An unverified address is not an alias.
                    (attributes[`${alias}_verified`] ?? "true") === "true",
            ),
        );
    return sameSecret(password, user?.password ?? noPassword) && user?.enabled ? user : undefined;
}

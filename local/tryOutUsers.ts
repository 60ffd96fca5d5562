import { randomInt, randomUUID } from "node:crypto";

import type { PoolUser, UserPool } from "./program/registeredPool";

/** A user with the password that the try-out gave. */
export interface TryOutUser extends PoolUser {
    readonly password: string;
    /** Whether the user was made up here, rather than configured. */
    readonly demonstration: boolean;
}

/** Makes up a user in each group and one in none, and gives a password to each of the pool's own. */
export function tryOutUsers({ groups, users }: UserPool): TryOutUser[] {
    const taken = new Set(users.map(({ username }) => username.toLowerCase()));
    const demonstration = [...groups, undefined].map((group) => {
        const username = unused(group ?? "no-role", taken);
        taken.add(username.toLowerCase());
        return {
            username,
            sub: randomUUID(),
            enabled: true,
            attributes: {
                email: `${encodeURIComponent(username)}@demonstration.invalid`,
                email_verified: "true",
                preferred_username: username,
            },
            groups: group === undefined ? [] : [group],
            password: password(),
            demonstration: true,
        };
    });
    const configured = users.map((user) => ({
        ...user,
        password: password(),
        demonstration: false,
    }));
    return [...demonstration, ...configured];
}

function unused(name: string, taken: ReadonlySet<string>): string {
    return taken.has(name.toLowerCase()) ? unused(`demo-${name}`, taken) : name;
}

/** Three times four letters, none of which is mistaken for another: 54 bits. */
function password(): string {
    const letters = "abcdefghkmnpqrstuvwxyz";
    const four = () =>
        Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
    return [four(), four(), four()].join("-");
}

import { randomInt, randomUUID } from "node:crypto";

import type { PoolUser, UserPool } from "./program/registeredPool";

/** A user with the password that the try-out made. */
export interface TryOutUser extends PoolUser {
    readonly password: string;
    /** Whether the try-out made the user up; otherwise the user is configured. */
    readonly demonstration: boolean;
}

const people = [
    ["anna", "Anna Berg"],
    ["ben", "Ben Costa"],
    ["chris", "Chris Dahl"],
    ["dora", "Dora Evans"],
    ["emil", "Emil Fischer"],
    ["fay", "Fay Green"],
    ["gita", "Gita Hansen"],
    ["hugo", "Hugo Ivanov"],
] as const;

/**
 * Gives each configured user a password. Without any, it makes up a person for each group and one without;
 * both together could not be told apart. There is nobody if the pool's own users cannot sign in.
 */
export function tryOutUsers({ client, groups, users }: UserPool): TryOutUser[] {
    if (!client.identityProviders.includes("COGNITO")) return [];
    if (users.length > 0) {
        return users.map((user) => ({ ...user, password: password(), demonstration: false }));
    }
    return [...groups, undefined].map((group, index) => {
        const number = String(index + 1);
        const [username, name] = people[index] ?? [`person-${number}`, `Person ${number}`];
        return {
            username,
            sub: randomUUID(),
            enabled: true,
            attributes: {
                email: `${username}@made-up.invalid`,
                email_verified: "true",
                preferred_username: name,
            },
            groups: group === undefined ? [] : [group],
            password: password(),
            demonstration: true,
        };
    });
}

/** The users whom Cognito does not refuse. */
export function usersWhoCanSignIn(users: readonly TryOutUser[]): readonly TryOutUser[] {
    return users.filter(({ enabled }) => enabled);
}

/** The name that flexAI shows for a user. */
export function nameOf({ attributes, username }: PoolUser): string {
    return attributes.preferred_username ?? username;
}

/** Three times four letters, without those that look alike: 54 bits. */
function password(): string {
    const letters = "abcdefghkmnpqrstuvwxyz";
    const four = () =>
        Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
    return [four(), four(), four()].join("-");
}

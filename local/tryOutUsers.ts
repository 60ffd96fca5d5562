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
 * Makes up a person for each group and one without, and a password for each configured user too. There
 * is nobody if the pool's own users cannot sign in.
 */
export function tryOutUsers({ client, groups, users }: UserPool): TryOutUser[] {
    if (!client.identityProviders.includes("COGNITO")) return [];
    const free = freePeople(users);
    const demonstration = [...groups, undefined].map((group) => {
        const [username, name] = free.next().value;
        return {
            username,
            sub: randomUUID(),
            enabled: true,
            attributes: {
                email: `${username}@demonstration.invalid`,
                email_verified: "true",
                preferred_username: name,
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

/** The users who are not disabled. */
export function usersWhoCanSignIn(users: readonly TryOutUser[]): readonly TryOutUser[] {
    return users.filter(({ enabled }) => enabled);
}

/** The name that flexAI shows for a user. */
export function nameOf({ attributes, username }: PoolUser): string {
    return attributes.preferred_username ?? username;
}

/** People whose names no configured user has. */
function* freePeople(users: readonly PoolUser[]): Generator<readonly [string, string], never> {
    const taken = new Set(
        users
            .flatMap(({ username, attributes }) => [username, ...Object.values(attributes)])
            .map((name) => name.toLowerCase()),
    );
    const isFree = (names: readonly string[]) =>
        names.every((name) => !taken.has(name.toLowerCase()));
    yield* people.filter(isFree);
    for (let number = 1; ; number++) {
        const names = [`person-${String(number)}`, `Person ${String(number)}`] as const;
        if (isFree(names)) yield names;
    }
}

/** Three times four letters, without those that look alike: 54 bits. */
function password(): string {
    const letters = "abcdefghkmnpqrstuvwxyz";
    const four = () =>
        Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
    return [four(), four(), four()].join("-");
}

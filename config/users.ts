import type { User } from "../components/users";
import { checkRoleNames } from "./roles";
import type { Setting } from "./setting";

const fields = ["username", "email", "preferredUsername", "roles", "enabled"];
const unique = ["username", "email", "preferredUsername"] as const;
/**
 * What Cognito takes for a username where the email is an alias of it, but for the signs that part
 * the ids of Pulumi's AWS provider.
 */
const usernamePattern = /^(?!.*[@/,])[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;
/** What the schema of the pool takes, without space around it, which would hide two of one name. */
const displayName = /^\S(.{0,2046}\S)?$/su;
const emailPattern = /^[^\s@<>]+@[^\s@<>.]+(\.[^\s@<>.]+)+$/;

/** Checks the people to create, whose names and addresses must differ by more than case. */
export function checkUsers(setting: Setting, roles: readonly string[]): User[] {
    const taken = new Set<string>();
    return setting.entries().flatMap((entry) => {
        if (typeof entry.value !== "object" || entry.value === null) {
            entry.refuseAltogether(`is not a user with the fields ${fields.join(", ")}`);
            return [];
        }
        const user = checkUser(entry, entry.value, roles);
        const values = unique.map((field) => ({
            field,
            id: `${field} ${user[field].toLowerCase()}`,
        }));
        const repeated = values.filter(({ field, id }) => user[field] !== "" && taken.has(id));
        if (repeated.length > 0) {
            const names = repeated.map(({ field }) => field).join(" and ");
            entry.refuseAltogether(`repeats the ${names} of a user before it, whatever the case`);
        }
        for (const { id } of values) taken.add(id);
        return [user];
    });
}

function checkUser(entry: Setting, given: object, roles: readonly string[]): User {
    for (const name of Object.keys(given).filter((key) => !fields.includes(key))) {
        entry
            .field(name)
            .refuseAltogether(`is not a field of a user, which are ${fields.join(", ")}`);
    }
    const email = entry
        .field("email")
        .text(emailPattern, "an email address such as anna@example.com", "anna@example.com");
    return {
        username: entry
            .field("username")
            .text(
                usernamePattern,
                "a username such as anna: 1 to 128 letters, digits or signs, no space, none of @ / ,",
                "anna",
            ),
        email,
        preferredUsername: optional(entry.field("preferredUsername"), email, (field) =>
            field.text(displayName, "a name such as Anna, of 2048 letters at most", "Anna"),
        ),
        roles: optional(entry.field("roles"), [], (field) => checkRoleNames(field, roles)),
        // Pulumi's CLI writes the text "true" where a text was before.
        enabled: optional(entry.field("enabled"), true, (field) => field.json().boolean()),
    };
}

function optional<T>(setting: Setting, fallback: T, check: (setting: Setting) => T): T {
    return setting.value === undefined ? fallback : check(setting);
}

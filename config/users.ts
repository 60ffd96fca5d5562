import { fields as fieldsOf, isObject } from "../commandLine/json";
import type { User } from "../components/users";
import { addressForm } from "./emailAddress";
import { closest, escapeInvisible, folded, mixedWord } from "./names";
import { type Remedy, renaming } from "./remedies";
import { checkRoleNames } from "./roles";
import type { Setting } from "./setting";
import { checkForm, type Form } from "./shapes";

const fields = ["username", "email", "preferredUsername", "roles", "enabled"];
const list = { edit: "Write a list such as [{ username: anna, email: anna@example.com }]" };
const unique = ["username", "email", "preferredUsername"] as const;
/**
 * What Cognito accepts for a username where the email is an alias of it, except the signs that
 * separate the parts of the ids of Pulumi's AWS provider.
 */
const usernamePattern = /^(?!.*[@/,])[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

const username: Form = {
    accepts: (value) => usernamePattern.test(value),
    expected: "a username such as anna: 1 to 128 letters, digits or signs, no space, none of @ / ,",
    otherwise: { placeholder: "USER NAME" },
};
const preferredUsername: Form = {
    // What the pool's schema accepts. No surrounding spaces: two names could look alike.
    accepts: (value) => /^\S(.{0,2046}\S)?$/su.test(value),
    expected: "a name such as Anna, of 2048 characters at most, without spaces around it",
    otherwise: { edit: "Write a name, or delete the field," },
};

/**
 * Checks the people to create, whose names and addresses must not look alike.
 *
 * @param deployed - Usernames of those whom the stack has created
 */
export function checkUsers(
    setting: Setting,
    roles: readonly string[],
    deployed: readonly string[],
): User[] {
    const taken = new Set<string>();
    return setting.entries(list).flatMap((inList, index) => {
        const entry = inList.ofUser(whoOf(inList.value, index));
        if (!isObject(entry.value)) {
            entry.hidden().refuse("has no fields", {
                edit: `Write a user with the fields ${fields.join(", ")}`,
            });
            return [];
        }
        const user = checkUser(entry, entry.value, roles, deployed);
        const values = unique.map((field) => ({ field, id: `${field} ${folded(user[field])}` }));
        const repeated = values.filter(({ field, id }) => user[field] !== "" && taken.has(id));
        if (repeated.length > 0) {
            const names = new Intl.ListFormat("en-GB").format(repeated.map(({ field }) => field));
            entry.refuse(`repeats the ${names} of an earlier user (case is ignored)`, {
                edit: "Change one of the two, or delete it,",
            });
        }
        for (const { id } of values) taken.add(id);
        return [user];
    });
}

function checkUser(
    entry: Setting,
    user: object,
    roles: readonly string[],
    deployed: readonly string[],
): User {
    for (const name of Object.keys(user).filter((key) => !fields.includes(key))) {
        refuseUnknown(entry, name, user);
    }
    const name = checkName(entry.field("username"), username);
    // Earlier versions accepted more, and nobody must be removed because of that.
    const inUse = deployed.includes(name)
        ? "pulumi up leaves the user's address as it is"
        : undefined;
    const address = checkForm(entry.field("email"), addressForm, inUse);
    return {
        username: name,
        email: address,
        preferredUsername: optional(entry.field("preferredUsername"), address, (field) =>
            checkName(field, preferredUsername),
        ),
        roles: optional(entry.field("roles"), [], (field) => checkRoleNames(field, roles)),
        // `pulumi config set` keeps the old value's type, so this may be the string "true".
        enabled: optional(entry.field("enabled"), true, (field) => field.json().boolean()),
    };
}

/** Completes "user ...", by what a person looks for in the file. */
function whoOf(user: unknown, index: number): string {
    const { username, email } = fieldsOf(user);
    for (const name of [username, email, user]) {
        if (typeof name === "string" && name !== "") return `'${escapeInvisible(name)}'`;
    }
    return `number ${String(index + 1)}`;
}

/** Checks a name, and warns of one that another person's could be mistaken for. */
function checkName(field: Setting, form: Form): string {
    const name = checkForm(field, form);
    const mixed = mixedWord(name);
    if (mixed) {
        const scripts = new Intl.ListFormat("en-GB").format(mixed.scripts);
        field.warn(`mixes letters of ${scripts} in the word '${mixed.word}', and some look alike`, {
            edit: "Write the word in one script, unless it is meant,",
        });
    }
    return name;
}

/** Refuses a field without its value, which may be a secret. */
function refuseUnknown(entry: Setting, name: string, user: object): void {
    const field = entry.field(name).hidden();
    if (/passw/i.test(name)) {
        field.refuse("is refused: passwords are not set here, Cognito mails one", "remove");
    } else {
        field.refuse(`is not a field of a user. Fields: ${fields.join(", ")}`, meantBy(name, user));
    }
}

/** What other systems call these fields, and what is nearly one of them. */
function meantBy(name: string, user: object): Remedy {
    if (/disabl|lock|block|inactive|suspend/i.test(name)) {
        return { edit: "For a user who cannot sign in, write 'enabled: false' in its place" };
    }
    const near = /group/i.test(name) ? "roles" : closest(name, fields);
    const meant = /active/i.test(name) ? "enabled" : near;
    return renaming(name, meant, meant !== undefined && Object.hasOwn(user, meant));
}

function optional<T>(setting: Setting, fallback: T, check: (setting: Setting) => T): T {
    return setting.value === undefined ? fallback : check(setting);
}

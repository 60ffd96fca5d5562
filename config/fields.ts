import { closest } from "./closest";
import { renaming } from "./instructions";
import type { Setting } from "./setting";

/**
 * Checks that a setting is an object with some of these fields.
 *
 * @param what - The setting with its article, such as `an invitation`
 * @returns The fields that it has, whatever is in them; `undefined` if it is empty, which is the default,
 * or not an object
 */
export function checkFields<Field extends string>(
    setting: Setting,
    what: string,
    fields: readonly Field[],
): Field[] | undefined {
    const { value } = setting;
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        const list = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(fields);
        setting.refuse(`is not ${what}`, { edit: `Write an object with ${list}` });
        return undefined;
    }
    const given = Object.keys(value);
    if (given.length === 0) return undefined;
    for (const name of given.filter((key) => !isOneOf(fields, key))) {
        // Its value may be a secret.
        setting
            .field(name)
            .hidden()
            .refuse(
                `is not a field of ${what}. Fields: ${fields.join(", ")}`,
                renaming(name, closest(name, fields)),
            );
    }
    return fields.filter((name) => Object.hasOwn(value, name));
}

function isOneOf(fields: readonly string[], name: string): boolean {
    return fields.includes(name);
}

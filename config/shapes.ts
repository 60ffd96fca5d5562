import { isObject } from "../commandLine/json";
import { closest, hasInvisible, withoutInvisible } from "./names";
import { type Remedy, renaming } from "./remedies";
import type { Setting } from "./setting";

/** What a string must look like, and how to correct one that does not. */
export interface Form {
    readonly accepts: (value: string) => boolean;
    /** What completes "is not ...". */
    readonly expected: string;
    /** Corrects a string where it can; the result is checked. */
    readonly correct?: (value: string) => string;
    /** What to do about a string that cannot be corrected: a placeholder that `accepts` refuses, or an edit. */
    readonly otherwise: Remedy;
}

/**
 * Returns the string here if it has that form; refuses any other and returns an empty one.
 *
 * @param inUse - What follows for a string that is deployed already, which is warned of and returned
 */
export function checkForm(setting: Setting, form: Form, inUse?: string): string {
    const { accepts, expected, correct = (value: string) => value, otherwise } = form;
    const value = setting.string();
    if (value === undefined) return "";
    const isFormed = (candidate: string) => !hasInvisible(candidate) && accepts(candidate);
    if (isFormed(value)) return value;
    const corrected = correct(withoutInvisible(value).trim());
    const remedy = isFormed(corrected) ? { set: corrected } : otherwise;
    if (value !== "" && inUse !== undefined) {
        setting.warn(`is not ${expected}; ${inUse}`, remedy);
        return value;
    }
    if (value === "") setting.refuse(`is missing: ${expected}`, remedy);
    else if (hasInvisible(value)) setting.refuse("contains an invisible character", remedy);
    else setting.refuse(`is not ${expected}`, remedy);
    return "";
}

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
    if (!isObject(value)) {
        const list = new Intl.ListFormat("en-GB", { type: "disjunction" }).format(fields);
        setting.refuse(`is not ${what}`, { edit: `Write an object with ${list}` });
        return undefined;
    }
    const names = Object.keys(value);
    if (names.length === 0) return undefined;
    for (const name of names.filter((key) => !isOneOf(fields, key))) {
        const meant = closest(name, fields);
        // Its value may be a secret.
        setting
            .field(name)
            .hidden()
            .refuse(
                `is not a field of ${what}. Fields: ${fields.join(", ")}`,
                renaming(name, meant, meant !== undefined && Object.hasOwn(value, meant)),
            );
    }
    return fields.filter((name) => Object.hasOwn(value, name));
}

function isOneOf(fields: readonly string[], name: string): boolean {
    return fields.includes(name);
}

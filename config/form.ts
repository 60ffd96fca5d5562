import { hasInvisible, withoutInvisible } from "./lookAlike";
import type { Remedy } from "./instructions";
import type { Setting } from "./setting";

/** How a string must look, and how to put a wrong one right. */
export interface Form {
    readonly accepts: (value: string) => boolean;
    /** What completes "is not ...". */
    readonly expected: string;
    /** Puts a wrong string right where it can; the result is checked. */
    readonly correct?: (value: string) => string;
    /** What to do where nothing can be put right: a placeholder that `accepts` refuses, or an edit. */
    readonly otherwise: Remedy;
}

/** Returns the string here if it has that form; refuses any other and returns an empty one. */
export function checkForm(setting: Setting, form: Form): string {
    const { accepts, expected, correct = (value: string) => value, otherwise } = form;
    const given = setting.string();
    if (given === undefined) return "";
    const isFormed = (value: string) => !hasInvisible(value) && accepts(value);
    if (isFormed(given)) return given;
    const corrected = correct(withoutInvisible(given).trim());
    const remedy = isFormed(corrected) ? { set: corrected } : otherwise;
    if (given === "") setting.refuse(`is missing: ${expected}`, remedy);
    else if (hasInvisible(given)) setting.refuse("contains an invisible character", remedy);
    else setting.refuse(`is not ${expected}`, remedy);
    return "";
}

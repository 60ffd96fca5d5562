import type { Message } from "../commandLine/message";
import { type Remedy, valuesOf } from "./remedies";
import type { UserValue } from "./settingName";

/**
 * Writes what to do about a user's value as an edit, with the lines to write.
 *
 * @param file - Where the users are
 */
export function userRemedy(
    { who, field = "", isEntry }: UserValue,
    remedy: Remedy,
    file: string,
): Message {
    if (remedy === "enter" || remedy === "remove") {
        return [`Remove '${field}' from user ${who} in ${file}`];
    }
    if ("edit" in remedy) return [`${remedy.edit} in ${file}`];
    const how = [
        isEntry ? "in its place" : `for user ${who}`,
        ...("choose" in remedy ? ["one of these"] : []),
        ...("placeholder" in remedy ? [`with your own in place of ${remedy.placeholder}`] : []),
    ].join(", ");
    const lines = valuesOf(remedy).map(asYaml);
    return [
        `In ${file}, write ${how}:`,
        ...lines.map((value) => ({ line: isEntry ? value : `${field}: ${value}` })),
    ];
}

/** Writes a value for YAML, in quotes if it would be read as something else. */
export function asYaml(value: string | number | boolean | readonly string[]): string {
    if (typeof value === "object") return JSON.stringify(value);
    if (typeof value !== "string") return String(value);
    const isPlain = /^[a-z][\w@.+-]*(?: [\w@.+-]+)*$/i.test(value);
    const isWord = /^(?:true|false|yes|no|on|off|y|n|null)$/i.test(value);
    return isPlain && !isWord ? value : JSON.stringify(value);
}

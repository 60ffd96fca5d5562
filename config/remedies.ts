import { AsyncLocalStorage } from "node:async_hooks";

import { isObject } from "../commandLine/json";
import type { Line, Message } from "../commandLine/message";
import { runningStackFile, stackCommand } from "../components/runningStack";
import { type SettingName, within } from "./settingName";
import { userRemedy } from "./userRemedy";

/**
 * What to do about a problem: set the user's own value as corrected; set a placeholder, which is refused
 * until it is replaced; choose one of few values; edit what only a person can decide, as an imperative
 * such as `Quote it`; enter a secret, for which Pulumi asks; or remove what cannot be meant.
 */
export type Remedy = NewValue | { readonly edit: string } | "enter" | "remove";

type Value = string | number | boolean | readonly string[];
/** What a setting is to be set to. */
export type NewValue =
    | { readonly set: Value }
    | { readonly placeholder: string }
    | { readonly choose: readonly Value[] };

/** Writes a remedy as a sentence and, where there are any, lines to copy. */
export type Instructions = (setting: SettingName, remedy: Remedy) => Message;

const others = new AsyncLocalStorage<Instructions>();

/**
 * Runs the program with other instructions than Pulumi's commands, as `npm start` does: its settings
 * come from `--config`, and Pulumi's CLI may not be there.
 */
export function withInstructions<Result>(instructions: Instructions, run: () => Result): Result {
    return others.run(instructions, run);
}

/** Says what to do about a problem. */
export function instruction(setting: SettingName, remedy: Remedy): Message {
    return (others.getStore() ?? pulumiInstruction)(setting, remedy);
}

/** What to do about an unknown name: write the one that was probably meant unless it is there, or none. */
export function renaming(name: string, meant: string | undefined, isThere = false): Remedy {
    if (meant === undefined) return { edit: "Rename or delete it" };
    if (isThere) return "remove";
    return { edit: `Did you mean '${meant}'? Rename '${name}' to '${meant}'` };
}

/**
 * Writes commands below the words that they need.
 *
 * @param additions - What a person has to add to them
 */
export function toRun(
    remedy: NewValue,
    commands: readonly Line[],
    additions: readonly string[] = [],
): Message {
    const own = "placeholder" in remedy ? [`your own in place of ${remedy.placeholder}`] : [];
    const added = [...own, ...additions].join(" and ");
    const run = "choose" in remedy ? "Run one of these" : "Run";
    return [`${run}${added && `, with ${added}`}:`, ...commands];
}

/** The values that a remedy sets, of which one is to be chosen. */
export function valuesOf(remedy: NewValue): readonly Value[] {
    if ("choose" in remedy) return remedy.choose;
    return ["set" in remedy ? remedy.set : remedy.placeholder];
}

/** Writes a remedy as commands of Pulumi's, or as an edit of the stack's file. */
function pulumiInstruction(setting: SettingName, remedy: Remedy): Message {
    const { path, nested, user, json } = setting;
    const file = runningStackFile();
    if (user) return userRemedy(user, remedy, file);
    const place = nested ? ["--path", path] : [path];
    if (remedy === "enter") return ["Run:", stackCommand("config set", "--secret", ...place)];
    if (remedy !== "remove" && "edit" in remedy) return [`${remedy.edit} in ${file}`];
    if (nested && json !== undefined) return wholeInstruction(setting, remedy, file);
    if (remedy === "remove") return ["Run:", stackCommand("config rm", ...place)];
    return toRun(
        remedy,
        valuesOf(remedy).flatMap((value) => setCommands(setting, value)),
    );
}

/** Sets the whole of a list that the stack's file has as JSON, which `--path` would replace. */
function wholeInstruction(
    { path, json }: SettingName,
    remedy: NewValue | "remove",
    file: string,
): Message {
    const entries = remedy === "remove" ? [[]] : valuesOf(remedy).map((value) => [value]);
    const lists = entries.map((entry) => listWith(path, json, ...entry));
    if (!lists.includes(undefined)) {
        const whole = path.replace(/\[.*/, "");
        const commands = lists.map((list = "") => stackCommand("config set", whole, list));
        return remedy === "remove" ? ["Run:", ...commands] : toRun(remedy, commands);
    }
    if (remedy === "remove") return [`Remove '${path}' from ${file}`];
    if ("placeholder" in remedy) return [`Set '${path}' in ${file}`];
    const values = valuesOf(remedy).map((value) => JSON.stringify(value));
    return [`Set '${path}' to ${values.join(" or ")} in ${file}`];
}

/**
 * Writes a list as JSON with an entry in place of the one at that path, or without it; a new list if
 * there is none; `undefined` for an object or a list of them, and where the path is not that of an entry.
 */
export function listWith(
    path: string,
    list: unknown,
    ...entry: readonly Value[]
): string | undefined {
    const [, index] = /^[^[.]+\[(\d+)\]$/.exec(path) ?? [];
    const entries = Array.isArray(list) ? [...(list as unknown[])] : [];
    const hasObjects = [list, ...entries].some(isObject);
    if (index === undefined || hasObjects) return undefined;
    entries.splice(Number(index), 1, ...entry);
    return JSON.stringify(entries);
}

/** Writes the commands that set a value, one for each entry of a list; the first replaces what is not a list. */
function setCommands(setting: SettingName, value: Value): Line[] {
    if (typeof value !== "object") return [setCommand(setting, value)];
    return value.map((entry, index) => setCommand(within(setting, index), entry));
}

function setCommand({ path, nested }: SettingName, value: Exclude<Value, object>): Line {
    const options = [
        ...(nested ? ["--path"] : []),
        // Within a list or an object, the CLI makes a number or a boolean of what looks like one, which
        // may be what a placeholder is filled in with.
        ...(nested && typeof value === "string" && /^([-+]?\d+|true|false|[A-Z_ ]+)$/.test(value)
            ? ["--type", "string"]
            : []),
        ...(String(value).startsWith("-") ? ["--"] : []),
    ];
    return stackCommand("config set", ...options, path, String(value));
}

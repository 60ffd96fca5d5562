import { AsyncLocalStorage } from "node:async_hooks";

import * as pulumi from "@pulumi/pulumi";

import { quoted } from "../commandLine/quoted";

/** A setting, or a value within one. */
export interface SettingName {
    /** Namespace that commands may leave out, such as `flexai-oidc:`, or none. */
    readonly namespace: string;
    /** Rest of the name as Pulumi's `--path` accepts it, such as `users[0].email`. */
    readonly path: string;
    /** Whether the path leads into the value of a setting. */
    readonly nested: boolean;
}

/**
 * What to do about a problem: set the user's own value as corrected, or a placeholder that is itself
 * refused; edit what only a person can decide, as an imperative such as `Quote it`; enter a secret, for
 * which Pulumi asks; or remove what cannot be meant.
 */
export type Remedy =
    { readonly set: string | number | boolean } | { readonly edit: string } | "enter" | "remove";

/** Writes a remedy as a sentence. */
export type Instructions = (setting: SettingName, remedy: Remedy) => string;

const others = new AsyncLocalStorage<Instructions>();

/**
 * Runs the program with other instructions than Pulumi's commands, as `npm start` does: its settings
 * come from `--config`, and Pulumi's CLI may not be there.
 */
export function withInstructions<Result>(instructions: Instructions, run: () => Result): Result {
    return others.run(instructions, run);
}

/** Says what to do about a problem. */
export function instruction(setting: SettingName, remedy: Remedy): string {
    return (others.getStore() ?? pulumiInstruction)(setting, remedy);
}

/** What to do about an unknown name: write the one that was probably meant, or none. */
export function renaming(name: string, meant: string | undefined): Remedy {
    if (meant === undefined) return { edit: "Rename or delete it" };
    return { edit: `Did you mean '${meant}'? Rename '${name}' to '${meant}'` };
}

/** Writes a remedy as a command of Pulumi's, or as an edit of the stack's file. */
function pulumiInstruction({ path, nested }: SettingName, remedy: Remedy): string {
    const key = nested ? `--path ${quoted(path)}` : quoted(path);
    if (remedy === "remove") return `Run: pulumi config rm ${key}`;
    if (remedy === "enter") return `Run: pulumi config set --secret ${key}`;
    if ("edit" in remedy) return `${remedy.edit} in Pulumi.${pulumi.getStack()}.yaml`;
    const { set } = remedy;
    const options = [
        // Within a list or an object, the CLI makes a number or a boolean of what looks like one, which
        // may be what a placeholder is filled in with.
        nested && typeof set === "string" && /^([-+]?\d+|true|false|[A-Z_ ]+)$/.test(set)
            ? "--type string "
            : "",
        String(set).startsWith("-") ? "-- " : "",
    ];
    const command = `pulumi config set ${nested ? "--path " : ""}${options.join("")}`;
    return `Run: ${command}${quoted(path)} ${quoted(String(set))}`;
}

/** Everything that is wrong with a configuration, or valid but rarely intended. */
export class Problems {
    readonly #refusals: string[] = [];
    readonly #warnings: string[] = [];

    refuse(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#refusals.push(`${subject} ${problem}. ${instruction(place, remedy)}`);
    }

    warn(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#warnings.push(`${subject} ${problem}. ${instruction(place, remedy)}`);
    }

    /**
     * Logs the warnings.
     *
     * @throws {pulumi.RunError} Naming every refusal, if there is any
     */
    report(): void {
        if (this.#refusals.length > 0) {
            throw refusalOf(
                `The configuration of stack '${pulumi.getStack()}' is refused:`,
                this.#refusals,
            );
        }
        for (const warning of this.#warnings) void pulumi.log.warn(warning);
    }
}

/** The error that ends the program before anything is registered, with a line for each reason. */
export function refusalOf(heading: string, reasons: readonly string[]): pulumi.RunError {
    const lines = reasons.map((reason) => `  - ${reason}`);
    const error = new pulumi.RunError([heading, ...lines].join("\n"));
    // Node.js 20 needs up to a minute to print a stack with frames of Pulumi's SDK.
    delete error.stack;
    return error;
}

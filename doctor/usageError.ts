import { closest, distance } from "fastest-levenshtein";

import { CannotRun } from "./cannotRun";
import { quoted } from "../config/quoted";

/** Options that are refused. */
export class UsageError extends CannotRun {
    constructor(problem: string) {
        super(`${problem}\nOptions: npm run doctor -- --help`);
    }
}

/** Without `--`, npm takes options for its own, puts them into the environment, and passes on the rest. */
export function refuseMissingHyphens(word: string | undefined, env: NodeJS.ProcessEnv): void {
    const names = ["stack", "outputs", "id-token", "sign-in", "role", "verbose", "strict"];
    const variable = (name: string) => env[`npm_config_${name.replaceAll("-", "_")}`];
    const name = names.find((option) => variable(option) !== undefined);
    if (name === undefined && word === undefined) return;
    const kept = name === undefined ? undefined : variable(name);
    const value = kept === undefined || kept === "true" ? word : kept;
    // What may be a token in the wrong place is not shown.
    const shown = value !== undefined && /^[\w./@-]{1,40}$/.test(value) && !value.includes("eyJ");
    const words = [`--${name ?? "stack"}`, ...(shown ? [quoted(value)] : [])].join(" ");
    const problem = shown
        ? `'${value}' came without its option`
        : "There is a word that is not an option";
    throw new UsageError(
        `${name === undefined ? problem : `npm took --${name} for itself`}: npm needs -- before ` +
            `the options of doctor. Run: npm run doctor -- ${words}`,
    );
}

/** Shortens the message of Node.js, which explains how to pass words that begin with a hyphen. */
export function explained(message: string, options: readonly string[]): string {
    const [, unknown] = /^Unknown option '(--?[\w-]{1,40})/.exec(message) ?? [];
    if (unknown === undefined) return message.replace(/\.? To specify .*$|\n.*$/s, "");
    const option = `--${closest(unknown.replace(/^-+/, ""), options)}`;
    const hint = distance(unknown, option) <= 2 ? `. Did you mean ${option}?` : "";
    return `Unknown option '${unknown}'${hint}`;
}

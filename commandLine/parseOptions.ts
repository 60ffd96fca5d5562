import { parseArgs, type ParseArgsConfig } from "node:util";

import { closest, distance } from "fastest-levenshtein";

import { quoted } from "./shell";

/** A script of this project. */
export interface Script<Options> {
    /** How npm runs it, such as `npm start`. */
    readonly command: string;
    /** Its options, `help` and `stack` among them. */
    readonly options: Options;
    /** Error of a refusal. */
    readonly error: new (problem: string) => Error;
}

/** Options that npm has as well: one in npm's environment need not be from this command. */
const npmOptions = ["help", "json", "browser"];

/**
 * Reads the options of a script.
 *
 * @throws {Error} The script's error, naming the first option that is refused
 */
export function parseOptions<Options extends NonNullable<ParseArgsConfig["options"]>>(
    { command, options, error: Refusal }: Script<Options>,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
) {
    const names = Object.keys(options);
    const { values, positionals } = parsed();
    const misplaced = misplacedOption(names, positionals[0], env);
    if (misplaced !== undefined && !("help" in values && values.help === true)) {
        throw new Refusal(`${misplaced.problem}. Run: ${command} -- ${misplaced.option}`);
    }
    return values;

    function parsed() {
        try {
            return parseArgs({ args: [...args], options, allowPositionals: true });
        } catch (error) {
            throw new Refusal(explained((error as Error).message, names));
        }
    }
}

/** Without `--`, npm takes options for its own, puts them into the environment, and passes on the rest. */
function misplacedOption(
    names: readonly string[],
    word: string | undefined,
    env: NodeJS.ProcessEnv,
) {
    const variable = (name: string) => env[`npm_config_${name.replaceAll("-", "_")}`];
    const name = names.find((own) => !npmOptions.includes(own) && variable(own) !== undefined);
    if (name === undefined && word === undefined) return undefined;
    const kept = name === undefined ? undefined : variable(name);
    const value = kept === undefined || kept === "true" ? word : kept;
    const shown = value !== undefined && !mayBeSecret(value) ? value : undefined;
    const meant = name ?? (names.includes("config") && word?.includes("=") ? "config" : "stack");
    const option = [`--${meant}`, ...(shown === undefined ? [] : [quoted(shown)])].join(" ");
    if (name !== undefined) {
        return {
            problem: `npm took --${name} for itself: it needs -- before these options`,
            option,
        };
    }
    const problem =
        shown === undefined
            ? "There is a word that is not an option"
            : `'${shown}' came without its option`;
    return { problem, option };
}

/** Whether a word may be a token or a client's secret in the wrong place. */
function mayBeSecret(word: string): boolean {
    return /eyJ|^[\w+/=.-]{41,}$/.test(word);
}

/** Shortens the message of Node.js, which explains how to pass words that begin with a hyphen. */
function explained(message: string, names: readonly string[]): string {
    const [, unknown] = /^Unknown option '(--?[\w-]{1,40})/.exec(message) ?? [];
    if (unknown === undefined) return message.replace(/\.? To specify .*$|\n.*$/s, "");
    const option = `--${closest(unknown.replace(/^-+/, ""), names)}`;
    const hint = distance(unknown, option) <= 2 ? `. Did you mean ${option}?` : "";
    return `Unknown option '${unknown}'${hint}`;
}

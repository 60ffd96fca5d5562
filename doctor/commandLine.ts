import { parseArgs } from "node:util";

import { CannotRun } from "./cannotRun";

/** What the person asked for. */
export interface CommandLine {
    readonly help: boolean;
    readonly json: boolean;
    /** Whether an ID token comes by standard input. */
    readonly idToken: boolean;
    /** Name of the stack whose outputs are taken from Pulumi. */
    readonly stack: string | undefined;
    /** File that holds the outputs, `-` for standard input. */
    readonly outputs: string | undefined;
}

/** What `--help` prints. */
export const help = `Usage: npm run doctor -- --stack NAME [--id-token -] [--json]
       npm run doctor -- --outputs FILE [--id-token -] [--json]

Checks a deployment from outside, without AWS credentials, and says what to do about what is wrong.

  --stack NAME     take the outputs of this stack, from the pulumi command
  --outputs FILE   take the outputs from a file, or from standard input if it is -, as written by
                   pulumi stack output --json --show-secrets, or npm start -- --json
  --id-token -     read an ID token from standard input and check it too
  --json           print one line of JSON
  --help           print this

Exit code: 0 if no check failed, 1 if one failed, 2 if nothing could be checked.
No secret and no token is printed.
`;

/**
 * Reads the arguments.
 *
 * @throws {CannotRun} When they make no sense
 */
export function readCommandLine(args: readonly string[]): CommandLine {
    const { values, positionals } = parsed(args);
    const { stack, outputs, help = false, json = false } = values;
    const idToken = values["id-token"];
    if (!help) {
        // What may be a token in the wrong place is not shown.
        if (positionals.length > 0) refuse("takes options only, and was given something else");
        if (idToken !== undefined && idToken !== "-") {
            refuse("takes an ID token by standard input only: --id-token -");
        }
        if ((stack === undefined) === (outputs === undefined)) {
            refuse("needs either --stack NAME or --outputs FILE");
        }
        if (stack?.startsWith("-") === true || stack === "") refuse("needs a name after --stack");
        if (outputs === "-" && idToken === "-") {
            refuse("can read one thing from standard input: --outputs - or --id-token -");
        }
    }
    return { help, json, idToken: idToken !== undefined, stack, outputs };
}

function parsed(args: readonly string[]) {
    try {
        return parseArgs({
            args: [...args],
            allowPositionals: true,
            options: {
                help: { type: "boolean" },
                json: { type: "boolean" },
                stack: { type: "string" },
                outputs: { type: "string" },
                "id-token": { type: "string" },
            },
        });
    } catch (error) {
        const { message } = error as Error;
        return refuse(`does not understand its arguments: ${message}`);
    }
}

function refuse(words: string): never {
    throw new CannotRun(`doctor ${words}. Run: npm run doctor -- --help`);
}

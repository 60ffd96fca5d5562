import { parseOptions } from "../commandLine/parseOptions";
import { CannotRun } from "./check";

/** How `--sign-in` signs in. */
export interface SignInOptions {
    /** Role of the user; without one the sign-in ends at the callback, and no tokens are checked. */
    readonly role: string | undefined;
    /** Path of the browser; by default the one that is found. */
    readonly browser: string | undefined;
    /** Whether the browser has a window. */
    readonly show: boolean;
}

/** The options of `npm run doctor`. */
export interface Options {
    readonly help: boolean;
    readonly json: boolean;
    /** Whether to list the checks that could not run. */
    readonly verbose: boolean;
    /** Whether a warning counts as a failure. */
    readonly strict: boolean;
    /** Whether standard input contains an ID token. */
    readonly idToken: boolean;
    readonly signIn: SignInOptions | undefined;
    /** Stack whose outputs are read from Pulumi. */
    readonly stack: string | undefined;
    /** File that contains the outputs, `-` for standard input. */
    readonly outputs: string | undefined;
}

/** What `npm run doctor -- --help` prints. */
export const help = `Usage: npm run doctor -- --stack NAME [options]
       npm run doctor -- --outputs FILE [options]

Checks a deployment from outside, without AWS credentials, and says how to fix
what is wrong.

  --stack NAME     Read the outputs of this stack from the pulumi command
  --outputs FILE   Read the outputs from a file, or from standard input if it is
                   -, as pulumi stack output --json --show-secrets or
                   npm -s start -- --json writes them
  --sign-in        Sign in as a person does, with a user that is created for it
                   and deleted; needs Chrome, Chromium or Edge, and AWS
                   credentials (docs/policies/user-management.json)
  --role NAME      Role of that user; the code is then exchanged and both tokens
                   are checked
  --browser PATH   Browser to sign in with; by default the one that is found
  --show           Show that browser's window, slowly, to see Cognito's page
  --id-token -     Read a user's ID token from standard input and check it:
                   id_token in a response of the token endpoint to a client of
                   yours
  --strict         Exit with 1 on a warning too
  --verbose        List the checks that could not run, each with its reason
  --json           Print one line of JSON and nothing else; npm -s run doctor,
                   or npm prints its own
  --help           Print this

Exit code: 0 if no check failed, 1 if one failed, 2 if nothing could be checked.
No secret and no token is printed.
`;

const types = {
    help: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    stack: { type: "string" },
    outputs: { type: "string" },
    "id-token": { type: "string" },
    "sign-in": { type: "boolean", default: false },
    role: { type: "string" },
    browser: { type: "string" },
    show: { type: "boolean", default: false },
} as const;

/** Options that are refused. */
export class UsageError extends CannotRun {
    constructor(problem: string) {
        super(`${problem}\nOptions: npm run doctor -- --help`);
    }
}

/**
 * Reads the options of `npm run doctor`.
 *
 * @throws {UsageError} Naming the first that is refused
 */
export function readOptions(args: readonly string[], env = process.env): Options {
    const script = { command: "npm run doctor", options: types, error: UsageError };
    const { "sign-in": signIn, "id-token": idToken, ...rest } = parseOptions(script, args, env);
    const { stack, outputs, role, browser, show, help, json, verbose, strict } = rest;
    const problems: readonly (readonly [boolean, string])[] = [
        [idToken !== undefined && idToken !== "-", idTokenByInput],
        [stack === undefined && outputs === undefined, "Needs --stack NAME or --outputs FILE"],
        [
            stack !== undefined && outputs !== undefined,
            "Needs only one of --stack NAME and --outputs FILE",
        ],
        [outputs === "", "--outputs needs the name of a file"],
        [stack !== undefined && !/^\w[\w./-]*$/.test(stack), "--stack needs the name of a stack"],
        [outputs === "-" && idToken === "-", "Standard input can be --outputs or --id-token only"],
        [signIn && idToken !== undefined, "Needs either --sign-in or --id-token -"],
        [!signIn && role !== undefined, "--role needs --sign-in"],
        [!signIn && browser !== undefined, "--browser needs --sign-in"],
        [!signIn && show, "--show needs --sign-in"],
    ];
    const [, problem] = problems.find(([applies]) => applies) ?? [];
    if (problem !== undefined && !help) throw new UsageError(problem);
    return {
        help,
        json,
        verbose,
        strict,
        idToken: idToken !== undefined,
        signIn: signIn ? { role, browser, show } : undefined,
        stack,
        outputs,
    };
}

// The value is not shown, because it may be a token.
const idTokenByInput = "An ID token is read from standard input only: --id-token -";

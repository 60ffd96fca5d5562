import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { quoted } from "../commandLine/shell";
import { CannotRun } from "./check";

/** Milliseconds until Pulumi must have responded. */
const timeLimit = 60_000;

const hints: readonly (readonly [RegExp, string])[] = [
    [
        /passphrase/i,
        "Set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE, as for pulumi up.",
    ],
    [/no stack named|stack .* not found/i, "To see the stacks: pulumi stack ls"],
    [
        /PULUMI_ACCESS_TOKEN|pulumi login|log(ged)? ?in|unauthorized|credentials/i,
        "Log in to the place of the state, as for pulumi up: pulumi login",
    ],
];

/**
 * Asks Pulumi for a stack's outputs, secrets included, as JSON.
 *
 * @throws {CannotRun} When Pulumi is missing, refuses, or takes too long
 */
export async function outputsOfStack(stack: string, timeout = timeLimit): Promise<string> {
    const args = ["stack", "output", "--json", "--show-secrets", "--stack", stack];
    const command = `pulumi ${args.map(quoted).join(" ")}`;
    try {
        const run = promisify(execFile)("pulumi", args, {
            cwd: join(__dirname, ".."),
            timeout,
            killSignal: "SIGKILL",
            maxBuffer: 10_000_000,
        });
        // Pulumi cannot ask anybody for a passphrase here, and then says how to set it.
        run.child.stdin?.end();
        return (await run).stdout;
    } catch (error) {
        throw new CannotRun(explained(error, command, timeout));
    }
}

function explained(error: unknown, command: string, timeout: number): string {
    const {
        code,
        killed,
        stderr = "",
    } = error as {
        code?: unknown;
        killed?: boolean;
        stderr?: string;
    };
    if (code === "ENOENT") {
        return (
            "There is no pulumi command here. Install Pulumi's CLI, or on a machine that has it, run\n" +
            `(umask 077 && ${command} > outputs.json)\n` +
            "and here: npm run doctor -- --outputs outputs.json"
        );
    }
    if (killed === true && code !== "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") {
        return (
            `pulumi did not respond within ${String(timeout / 1000)} s. Can this machine reach the ` +
            `place of the state (pulumi whoami -v)? To see what pulumi waits for:\n${command}`
        );
    }
    const said = stderr.trim() || `code ${String(code)}`;
    const [, hint = "To see it by itself, run the same command."] =
        hints.find(([pattern]) => pattern.test(said)) ?? [];
    return `${command} failed:\n${said}\n${hint}`;
}

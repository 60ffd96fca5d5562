import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { CannotRun } from "./cannotRun";

/**
 * Asks Pulumi for a stack's outputs, secrets included, as JSON.
 *
 * @throws {CannotRun} When there is no Pulumi, or Pulumi refuses
 */
export async function stackOutputs(stack: string): Promise<string> {
    const args = ["stack", "output", "--json", "--show-secrets", "--stack", stack];
    try {
        const run = promisify(execFile)("pulumi", args, { cwd: join(__dirname, "..") });
        // Nobody can be asked for a passphrase here; Pulumi then says how to give it.
        run.child.stdin?.end();
        return (await run).stdout;
    } catch (error) {
        const { code, stderr } = error as { code?: unknown; stderr?: string };
        if (code === "ENOENT") {
            throw new CannotRun(
                "There is no pulumi command here. Install Pulumi's CLI, or take the outputs where " +
                    "it is, by pulumi stack output --json --show-secrets, and give them by --outputs FILE.",
            );
        }
        throw new CannotRun(
            `pulumi ${args.join(" ")} failed:\n${stderr?.trim() ?? String(code)}\n` +
                "The stacks there are: pulumi stack ls",
        );
    }
}

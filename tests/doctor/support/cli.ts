import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** How a run of doctor ended. */
export interface Ending {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs what `npm run doctor -- ...` runs. */
export async function doctor(
    args: readonly string[],
    { stdin = "", env = {} }: { stdin?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ending> {
    const child = spawn(
        process.execPath,
        ["-r", "./commandLine/transpiler.js", "doctor/main.ts", ...args],
        {
            cwd: join(__dirname, "..", "..", ".."),
            env: { ...process.env, ...env },
        },
    );
    // It may end before it has read anything.
    child.stdin.on("error", () => undefined).end(stdin);
    const [stdout, stderr, [code]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "close") as Promise<[number | null]>,
    ]);
    return { code, stdout, stderr };
}

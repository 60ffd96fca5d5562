import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";

import { runDoctor } from "../../../doctor/examination";

/** How a run of the doctor ended. */
export interface Ending {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs the doctor in this process. */
export async function doctor(args: readonly string[], stdin = ""): Promise<Ending> {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const written = Promise.all([text(stdout), text(stderr)]);
    const streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr };
    const code = await runDoctor(args, streams);
    stdout.end();
    stderr.end();
    const [out, err] = await written;
    return { code, stdout: out, stderr: err };
}

/** A process that runs the doctor. */
export interface DoctorProcess {
    readonly kill: (signal: NodeJS.Signals) => void;
    readonly ending: Promise<Ending>;
}

/** Starts what `npm run doctor -- ...` starts. */
export function startDoctor(
    args: readonly string[],
    { stdin = "", env = {} }: { stdin?: string; env?: NodeJS.ProcessEnv } = {},
): DoctorProcess {
    const child = spawn(
        process.execPath,
        ["-r", "./commandLine/transpiler.js", "doctor/main.ts", ...args],
        { cwd: join(__dirname, "..", "..", ".."), env: { ...process.env, ...env } },
    );
    // It may end before it has read anything.
    child.stdin.on("error", () => undefined).end(stdin);
    const closed = once(child, "close") as Promise<[number | null]>;
    return {
        kill: (signal) => void child.kill(signal),
        ending: Promise.all([text(child.stdout), text(child.stderr), closed]).then(
            ([stdout, stderr, [code]]) => ({ code, stdout, stderr }),
        ),
    };
}

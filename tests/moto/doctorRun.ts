import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** How a run of doctor ended. */
export interface Ending {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** A run of what `npm run doctor -- ...` runs. */
export class DoctorRun {
    readonly #child: ChildProcess;
    readonly ending: Promise<Ending>;

    constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
        const child = spawn(
            process.execPath,
            ["-r", "./commandLine/transpiler.js", "doctor/main.ts", ...args],
            {
                cwd: join(__dirname, "../.."),
                env: { ...process.env, ...env },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        this.#child = child;
        this.ending = Promise.all([
            text(child.stdout),
            text(child.stderr),
            once(child, "close"),
        ]).then(([stdout, stderr, [code]]) => ({ code: code as number | null, stdout, stderr }));
    }

    kill(signal: NodeJS.Signals): void {
        this.#child.kill(signal);
    }
}

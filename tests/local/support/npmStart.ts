import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import type { StackOutputs } from "../../../components/stackOutputs";
import { until } from "../../support/until";

/** What `npm start -- --json` prints. */
export interface Report extends StackOutputs {
    readonly page: string;
    readonly users: readonly {
        readonly username: string;
        readonly password: string;
        readonly name: string;
        readonly roles: readonly string[];
    }[];
}

/** What `npm start` writes first, with `--json` where errors go. */
export const starting =
    "Starting without AWS: some seconds, the first time up to half a minute ...\n";

/** How a run of `npm start` ended. */
export interface Ending {
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** A run of what `npm start` runs. */
export class NpmStart {
    readonly #child: ChildProcess;
    readonly ending: Promise<Ending>;
    stdout = "";
    stderr = "";

    constructor(args: readonly string[], options: { program?: string; preload?: string } = {}) {
        const program = options.program ? ["-r", join(__dirname, "otherProgram.ts")] : [];
        const preload = options.preload ? ["-r", `./${options.preload}`] : [];
        this.#child = spawn(
            process.execPath,
            [
                ...["-r", "./local/firstLine.js", "-r", "./commandLine/transpiler.js"],
                ...program,
                ...preload,
                "local/start.ts",
                ...args,
            ],
            {
                cwd: join(__dirname, "../../.."),
                env: { ...process.env, OTHER_PROGRAM: options.program },
                stdio: ["ignore", "pipe", "pipe"],
            },
        );
        this.#child.stdout?.on("data", (chunk: Buffer) => (this.stdout += chunk.toString()));
        this.#child.stderr?.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
        this.ending = once(this.#child, "close").then(([code]) => ({
            code: code as number | null,
            stdout: this.stdout,
            stderr: this.stderr,
        }));
    }

    /** Id of the process. */
    get pid(): number {
        return this.#child.pid ?? 0;
    }

    /** Waits until something is printed. */
    async printed(): Promise<string> {
        await until(() => this.stdout.endsWith("\n") || this.#child.exitCode !== null);
        if (!this.stdout.endsWith("\n")) throw new Error(`It ended: ${this.stderr}`);
        return this.stdout;
    }

    /** Waits for the line of JSON. */
    async report(): Promise<Report> {
        return JSON.parse(await this.printed()) as Report;
    }

    /** Sends a signal and waits for the end. */
    async end(signal: NodeJS.Signals = "SIGTERM"): Promise<Ending> {
        this.#child.kill(signal);
        return this.ending;
    }
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A user to sign in with. */
export interface User {
    readonly username: string;
    readonly password: string;
    readonly roles: readonly string[];
}

/** What `npm start -- --json` prints, as far as it matters here. */
export interface Report {
    readonly page: string;
    readonly users: readonly User[];
    readonly authorizationEndpoint: string;
}

/** An `npm start` that runs. */
export interface NpmStart extends Report {
    stop(): Promise<void>;
}

/**
 * Runs `npm start` on ports that are free.
 *
 * @throws {Error} With what it said when it does not start
 */
export async function npmStart(): Promise<NpmStart> {
    const args = ["-r", "ts-node/register", "local/start.ts", "--port", "0", "--json"];
    const program = spawn(process.execPath, args, {
        cwd: join(__dirname, "..", ".."),
        stdio: ["ignore", "pipe", "pipe"],
    });
    let complaint = "";
    program.stderr.on("data", (text: Buffer) => (complaint += text.toString()));
    const exited = once(program, "exit");
    const ended = exited.then(() => Promise.reject(new Error(`npm start ended:\n${complaint}`)));
    // It ends in any case, and after the first line nobody minds.
    ended.catch(() => undefined);
    const lines = createInterface({ input: program.stdout });
    const [line] = (await Promise.race([once(lines, "line"), ended])) as [string];
    return {
        ...(JSON.parse(line) as Report),
        stop: async () => {
            program.kill("SIGTERM");
            await exited;
        },
    };
}

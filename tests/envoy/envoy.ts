import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { listens } from "../support/ports";
import { until } from "../support/until";
import { envoyBinary } from "./envoyBinary";

/** An Envoy that runs. */
export interface Envoy {
    stop(): Promise<void>;
}

/**
 * Starts Envoy and waits until it listens.
 *
 * @throws {Error} With what Envoy said when it does not
 */
export async function startEnvoy(bootstrap: object, port: number, folder: string): Promise<Envoy> {
    const file = join(folder, `envoy-${String(port)}.json`);
    // It holds the client's secret.
    writeFileSync(file, JSON.stringify(bootstrap), { mode: 0o600 });
    const options = ["--disable-hot-restart", "--concurrency", "1", "--log-level", "warn"];
    const envoy = spawn(envoyBinary(), ["-c", file, ...options], {
        stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    envoy.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()));
    const exited = once(envoy, "exit");
    const deadline = Date.now() + 20_000;
    const over = () => envoy.exitCode !== null || Date.now() > deadline;
    await until(async () => over() || (await listens(port)));
    if (over()) {
        envoy.kill("SIGKILL");
        throw new Error(`Envoy does not listen on ${String(port)}:\n${log}`);
    }
    return {
        stop: async () => {
            envoy.kill("SIGKILL");
            await exited;
        },
    };
}

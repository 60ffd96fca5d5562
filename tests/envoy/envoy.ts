import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

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
    envoy.stderr.on("data", (text: Buffer) => (log += text.toString()));
    const exited = once(envoy, "exit");
    const deadline = Date.now() + 20_000;
    while (!(await listens(port))) {
        if (envoy.exitCode !== null || Date.now() > deadline) {
            envoy.kill("SIGKILL");
            throw new Error(`Envoy does not listen on ${String(port)}:\n${log}`);
        }
        await sleep(50);
    }
    return {
        stop: async () => {
            envoy.kill("SIGKILL");
            await exited;
        },
    };
}

/** Finds a port that is free now, for a host name that must be known before Envoy runs. */
export async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}

function listens(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1");
        socket.once("connect", () => {
            socket.destroy();
            resolve(true);
        });
        socket.once("error", () => {
            resolve(false);
        });
    });
}

import { randomInt } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";

import { listenOnFreePair } from "../../local/loopback";

/**
 * Finds a port that is free now, as is the next one, for what must know it before it runs. It is below those
 * that systems choose by themselves, or a test beside this one could get it meanwhile.
 */
export async function freePort(): Promise<number> {
    const pair = await listenOnFreePair(20_000 + 2 * randomInt(5000));
    await Promise.all(pair.map((server) => server.close()));
    return pair[0].port;
}

/** Whether a port accepts connections. */
export async function listens(port: number): Promise<boolean> {
    const socket = connect(port, "127.0.0.1");
    try {
        await once(socket, "connect");
        return true;
    } catch {
        return false;
    } finally {
        socket.destroy();
    }
}

import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { createAdaptorServer, type ServerType } from "@hono/node-server";

/** Responds to a request. */
export type Handler = (request: Request) => Response | Promise<Response>;

/**
 * A port that only this machine can reach. Requests wait until it serves; until then it does not keep
 * the process alive.
 */
export interface LoopbackServer {
    readonly port: number;
    /** Begins to respond. */
    serve(handler: Handler): void;
    /** Stops listening and cuts off the requests that are being served. */
    close(): Promise<void>;
}

/**
 * Listens on both addresses that a browser may use for `localhost`. Otherwise another server could get
 * the requests to the second one.
 *
 * @param port - 0 for any that is free
 * @throws {Error} With code `EADDRINUSE` when the port is taken
 */
export async function listen(port: number): Promise<LoopbackServer> {
    let serve: (handler: Handler) => void = () => undefined;
    const handler = new Promise<Handler>((resolve) => (serve = resolve));
    const fetch = async (request: Request) => (await handler)(request);
    const server = await bind(createAdaptorServer({ fetch }), "127.0.0.1", port);
    const bound = (server.address() as AddressInfo).port;
    const servers = [server];
    try {
        servers.push(await bind(createAdaptorServer({ fetch }), "::1", bound));
    } catch (error) {
        // Without IPv6 there is no such address.
        if (isTaken(error)) {
            await close(server);
            throw error;
        }
    }
    return {
        port: bound,
        serve: (chosen) => {
            for (const each of servers) each.ref();
            serve(chosen);
        },
        close: async () => {
            await Promise.all(servers.map(close));
        },
    };
}

/** A port and the next one. */
export type PortPair = readonly [LoopbackServer, LoopbackServer];

/**
 * Listens on a port and the next one.
 *
 * @param port - 0 for any two that are free
 * @throws {Error} With code `EADDRINUSE` when one of them is taken
 */
export async function listenOnPair(port: number): Promise<PortPair> {
    const first = await listen(port);
    try {
        return [first, await listen(port === 0 ? 0 : port + 1)];
    } catch (error) {
        await first.close();
        throw error;
    }
}

/** Listens on the first pair of ports that is free, from `port` upwards; else on any two. */
export async function listenOnFreePair(port: number): Promise<PortPair> {
    for (let first = port; first < Math.min(port + 40, 65535); first += 2) {
        try {
            return await listenOnPair(first);
        } catch (error) {
            if (!isTaken(error)) throw error;
        }
    }
    return listenOnPair(0);
}

/** Whether an error says that a port is taken. */
export function isTaken(
    error: unknown,
): error is NodeJS.ErrnoException & { readonly port: number } {
    return (error as NodeJS.ErrnoException).code === "EADDRINUSE";
}

async function bind(server: ServerType, host: string, port: number): Promise<ServerType> {
    server.listen(port, host).unref();
    await once(server, "listening");
    return server;
}

async function close(server: ServerType): Promise<void> {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await once(server, "close");
}

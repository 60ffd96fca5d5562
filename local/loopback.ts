import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { createAdaptorServer, type ServerType } from "@hono/node-server";

/** Answers a request. */
export type Handler = (request: Request) => Response | Promise<Response>;

/**
 * A port of this machine alone, where requests wait until there is something to answer them. Until
 * then it does not keep the process alive, which ends if nothing is left that could come to serve.
 */
export interface LoopbackServer {
    readonly port: number;
    /** Begins to answer. */
    serve(handler: Handler): void;
    /** Ends what is under way. */
    close(): Promise<void>;
}

/**
 * Takes a port on loopback, at both addresses that browsers may take for `localhost`: with one alone,
 * another server could stand at the other in this one's place.
 *
 * @param port - 0 for any that is free
 * @throws {Error} With code `EADDRINUSE` when the port is taken
 */
export async function listen(port: number): Promise<LoopbackServer> {
    let answerBy: (handler: Handler) => void = () => undefined;
    const handler = new Promise<Handler>((resolve) => (answerBy = resolve));
    const fetch = async (request: Request) => (await handler)(request);
    const server = await bound(createAdaptorServer({ fetch }), "127.0.0.1", port);
    const taken = (server.address() as AddressInfo).port;
    const servers = [server];
    try {
        servers.push(await bound(createAdaptorServer({ fetch }), "::1", taken));
    } catch (error) {
        // A machine without IPv6 has no such address.
        if ((error as NodeJS.ErrnoException).code === "EADDRINUSE") {
            await closed(server);
            throw error;
        }
    }
    return {
        port: taken,
        serve: (given) => {
            for (const one of servers) one.ref();
            answerBy(given);
        },
        close: async () => {
            await Promise.all(servers.map(closed));
        },
    };
}

async function bound(server: ServerType, host: string, port: number): Promise<ServerType> {
    server.listen(port, host).unref();
    await once(server, "listening");
    return server;
}

async function closed(server: ServerType): Promise<void> {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    await once(server, "close");
}

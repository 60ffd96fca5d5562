import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { createAdaptorServer } from "@hono/node-server";

/** Answers a request. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** A port of this machine alone, where requests wait until there is something to answer them. */
export interface LoopbackServer {
    readonly port: number;
    /** Begins to answer. */
    serve(handler: Handler): void;
    /** Ends what is under way. */
    close(): Promise<void>;
}

/**
 * Takes a port on loopback.
 *
 * @param port - 0 for any that is free
 * @throws {Error} With code `EADDRINUSE` when the port is taken
 */
export async function listen(port: number): Promise<LoopbackServer> {
    let serve: LoopbackServer["serve"] = () => undefined;
    const handler = new Promise<Handler>((resolve) => (serve = resolve));
    const server = createAdaptorServer({ fetch: async (request) => (await handler)(request) });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return {
        port: (server.address() as AddressInfo).port,
        serve,
        close: async () => {
            server.close();
            if ("closeAllConnections" in server) server.closeAllConnections();
            await once(server, "close");
        },
    };
}

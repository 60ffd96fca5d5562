import { once } from "node:events";
import type { AddressInfo } from "node:net";

import { createAdaptorServer } from "@hono/node-server";

import { providerApp } from "./app";
import type { ProviderOptions } from "./provider";

/** A provider that has its port. */
export interface ProviderServer {
    /** Such as `http://127.0.0.1:8400`. */
    readonly origin: string;
    readonly port: number;
    /** Begins to answer; requests that came before have waited. */
    serve(options: Omit<ProviderOptions, "origin">): void;
    /** Ends what is under way. */
    close(): Promise<void>;
}

/**
 * Takes a port on loopback.
 *
 * @param port - 0 for any that is free
 * @throws {Error} With code `EADDRINUSE` when the port is taken
 */
export async function startProvider(port: number): Promise<ProviderServer> {
    let begin: (app: ReturnType<typeof providerApp>) => void = () => undefined;
    const app = new Promise<ReturnType<typeof providerApp>>((resolve) => (begin = resolve));
    const server = createAdaptorServer({
        fetch: async (request) => (await app).fetch(request),
        overrideGlobalObjects: false,
    });
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    const address = server.address() as AddressInfo;
    const origin = `http://127.0.0.1:${String(address.port)}`;
    return {
        origin,
        port: address.port,
        serve: (options) => {
            begin(providerApp({ ...options, origin }));
        },
        close: async () => {
            server.close();
            if ("closeAllConnections" in server) server.closeAllConnections();
            await once(server, "close");
        },
    };
}

import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { selfSignedCertificate } from "../../support/certificate";

/** Servers with faults, by their ports. */
export interface Servers {
    /** Speaks TLS with a self-signed certificate for `localhost`. */
    selfSigned: number;
    /** File with that certificate. */
    certificate: string;
    /** Responds as `listener` does, by default with 503. */
    plain: number;
    listener: RequestListener;
    /** Nobody listens. */
    closed: number;
}

const unavailable: RequestListener = (_request, response) => response.writeHead(503).end();

/** Has servers with faults for the tests of a suite. */
export function useServers(): Servers {
    const folder = mkdtempSync(join(tmpdir(), "doctor-"));
    const servers: Servers = {
        selfSigned: 0,
        certificate: "",
        plain: 0,
        listener: unavailable,
        closed: 0,
    };
    const listening: Server[] = [];
    before(async () => {
        const { certificate, key } = await selfSignedCertificate(folder);
        const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
        const empty: RequestListener = (_request, response) => response.end("{}");
        listening.push(
            createHttpsServer(tls, empty),
            createHttpServer((request, response) => {
                servers.listener(request, response);
            }),
            createHttpServer(empty),
        );
        const [selfSigned = 0, plain = 0, closed = 0] = await Promise.all(listening.map(portOf));
        Object.assign(servers, { selfSigned, plain, closed, certificate });
        listening.pop()?.close();
    });
    afterEach(() => {
        servers.listener = unavailable;
    });
    after(() => {
        for (const server of listening) {
            server.close();
            server.closeAllConnections();
        }
        rmSync(folder, { recursive: true });
    });
    return servers;
}

async function portOf(server: Server): Promise<number> {
    server.listen(0);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
}

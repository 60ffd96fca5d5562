import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { selfSignedCertificate } from "../../support/certificate";

/** Servers that are of little use, by their ports. */
export interface Servers {
    /** Speaks TLS with a self-signed certificate for `localhost`. */
    readonly selfSigned: number;
    /** File with that certificate. */
    readonly certificate: string;
    /** Answers 503. */
    readonly unavailable: number;
    /** Has nobody who listens. */
    readonly closed: number;
    readonly stop: () => void;
}

/** Starts them on loopback. */
export async function startServers(): Promise<Servers> {
    const folder = mkdtempSync(join(tmpdir(), "doctor-"));
    const { certificate, key } = await selfSignedCertificate(folder);
    const tls = { cert: readFileSync(certificate), key: readFileSync(key) };
    const empty: RequestListener = (_request, answer) => answer.end("{}");
    const servers: Server[] = [
        createHttpsServer(tls, empty),
        createHttpServer((_request, answer) => answer.writeHead(503).end()),
        createHttpServer(empty),
    ];
    const [selfSigned = 0, unavailable = 0, closed = 0] = await Promise.all(servers.map(listening));
    servers[2]?.close();
    return {
        selfSigned,
        certificate,
        unavailable,
        closed,
        stop: () => {
            for (const server of servers) server.close();
            rmSync(folder, { recursive: true });
        },
    };
}

async function listening(server: Server): Promise<number> {
    server.listen(0);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
}

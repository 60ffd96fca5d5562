import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { flexaiRoles } from "../../flexai/manual";
import { rolesHeader } from "./bootstrap";

/** What the application received with a request. */
export interface Seen {
    readonly roles: readonly string[];
    /** The token that Envoy forwarded. */
    readonly accessToken: string;
}

/** A server with its port. */
export interface Application {
    readonly port: number;
    close(): void;
}

/**
 * Starts an application in flexAI's place behind Envoy. It refuses a user with none of flexAI's roles,
 * as flexAI does, and responds with what it received.
 */
export async function startApplication(): Promise<Application> {
    const server = createServer(({ headers }, response) => {
        const header = String(headers[rolesHeader] ?? "");
        const roles = JSON.parse(Buffer.from(header, "base64url").toString() || "[]") as string[];
        const accessToken = String(headers.authorization).replace(/^Bearer /, "");
        response.statusCode = roles.some((role) => flexaiRoles.includes(role)) ? 200 : 403;
        response.end(JSON.stringify({ roles, accessToken } satisfies Seen));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
        port: (server.address() as AddressInfo).port,
        close: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}

import { once } from "node:events";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

import { type Check, failed, passed } from "../check";
import { isLoopback } from "../http";
import { codeOf, inTime, reason } from "../noResponse";

/**
 * Checks that a host accepts connections.
 *
 * @param advice - What to do if it does not; by default something about the network
 */
export function connectionCheck(url: URL, needs: readonly Check[], advice?: string): Check {
    const { host, hostname, port } = placeOf(url);
    return {
        name: `${host} accepts connections`,
        needs,
        run: async () => {
            try {
                const socket = connectTcp({ host: hostname, port });
                await opened(socket, "connect");
                socket.destroy();
                return passed(`port ${String(port)} is open`);
            } catch (error) {
                return failed(
                    `a connection to port ${String(port)}`,
                    reason(codeOf(error)),
                    advice ??
                        (isLoopback(url)
                            ? "Is npm start still running? Its outputs change with each start."
                            : "Check whether a firewall blocks it: both this machine and flexAI's " +
                              "must reach that host and port."),
                );
            }
        },
    };
}

/**
 * Checks that a host proves its name.
 *
 * @param advice - What to do if it does not; by default something about proxies
 */
export function certificateCheck(url: URL, needs: readonly Check[], advice?: string): Check {
    const { host, hostname, port } = placeOf(url);
    return {
        name: `the certificate of ${host} is trusted`,
        needs,
        run: async () => {
            try {
                const servername = isIP(hostname) ? "" : hostname;
                const socket = connectTls({ host: hostname, port, servername });
                await opened(socket, "secureConnect");
                return passed(`valid until ${validUntil(socket)}`);
            } catch (error) {
                return failed(
                    "a certificate for this name that this machine trusts",
                    reason(codeOf(error)),
                    advice ??
                        "Something between this machine and AWS responds in its place. If that is " +
                            "your company's proxy, make Node.js trust its authority, by this " +
                            "environment variable: NODE_EXTRA_CA_CERTS=ca.pem. Otherwise do not " +
                            "sign in from this network.",
                );
            }
        },
    };
}

function validUntil(socket: TLSSocket): string {
    const until = Date.parse(socket.getPeerCertificate().valid_to);
    socket.destroy();
    return Number.isNaN(until) ? "an unknown date" : new Date(until).toISOString().slice(0, 10);
}

async function opened(socket: Socket, event: "connect" | "secureConnect"): Promise<void> {
    try {
        await inTime(once(socket, event));
    } catch (error) {
        socket.on("error", () => undefined).destroy();
        throw error;
    }
}

/** Where to connect to; without the brackets of an IPv6 address. */
function placeOf(url: URL) {
    return {
        host: url.host,
        hostname: url.hostname.replace(/^\[|\]$/g, ""),
        port: Number(url.port || (url.protocol === "http:" ? 80 : 443)),
    };
}

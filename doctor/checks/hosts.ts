import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls, type TLSSocket } from "node:tls";

import { type Check, failed, passed, skipped } from "../check";
import { codeOf, reason, timeLimit } from "../noAnswer";

/** Name of the last check of a host, which whatever asks that host needs. */
export function hostCheck(url: string): string {
    return `the certificate of ${new URL(url).host} is trusted`;
}

/** Checks each host among the addresses, from its name to its certificate. */
export function hostChecks(urls: readonly string[]): Check[] {
    const byHost = new Map(urls.map((url) => [new URL(url).host, new URL(url)]));
    return [...byHost.values()].flatMap(checksOf);
}

function checksOf(url: URL): Check[] {
    const { host, protocol } = url;
    const hostname = url.hostname.replace(/^\[|\]$/g, "");
    const port = Number(url.port || (protocol === "http:" ? 80 : 443));
    const known = `the name ${hostname} is known`;
    const connects = `${host} takes connections`;
    return [
        {
            name: known,
            needs: [],
            run: async () => {
                if (isIP(hostname)) return skipped("an IP address needs no DNS");
                try {
                    const { address } = await inTime(lookup(hostname));
                    return passed(address);
                } catch (error) {
                    return failed(
                        "an address in DNS",
                        reason(codeOf(error)),
                        "A new domain of Cognito takes some minutes to be known everywhere. If it " +
                            "is not new, look whether this machine has a network and DNS, and " +
                            "whether the stack still exists: pulumi stack --stack NAME",
                    );
                }
            },
        },
        {
            name: connects,
            needs: [known],
            run: async () => {
                try {
                    const socket = connectTcp({ host: hostname, port });
                    await opened(socket, "connect");
                    return passed(`port ${String(port)} is open`);
                } catch (error) {
                    return failed(
                        `a connection to port ${String(port)}`,
                        reason(codeOf(error)),
                        "Look whether a firewall stands in between: this machine and flexAI's both " +
                            "need to reach that host and port. After `npm start`: is it still running?",
                    );
                }
            },
        },
        {
            name: hostCheck(url.href),
            needs: [connects],
            run: async () => {
                if (protocol === "http:") return skipped("http on loopback has no TLS");
                try {
                    const servername = isIP(hostname) ? "" : hostname;
                    const socket = connectTls({ host: hostname, port, servername });
                    await opened(socket, "secureConnect");
                    return passed(`valid until ${validUntil(socket)}`);
                } catch (error) {
                    return failed(
                        "a certificate for this name that this machine trusts",
                        reason(codeOf(error)),
                        "Something between this machine and AWS answers in its place. If that is " +
                            "your company's proxy, tell Node.js its authority: " +
                            "NODE_EXTRA_CA_CERTS=ca.pem. Otherwise do not sign in from this network.",
                    );
                }
            },
        },
    ];
}

function validUntil(socket: TLSSocket): string {
    const until = new Date(socket.getPeerCertificate().valid_to);
    socket.destroy();
    return until.toISOString().slice(0, 10);
}

/** Waits for an event of a socket; a plain one is of no use afterwards. */
async function opened(socket: Socket, event: "connect" | "secureConnect"): Promise<void> {
    try {
        await inTime(once(socket, event));
        if (event === "connect") socket.destroy();
    } catch (error) {
        socket.on("error", () => undefined).destroy();
        throw error;
    }
}

/** Gives up on what takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(timeLimit);
    const tooLate = new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => {
            reject(signal.reason as DOMException);
        });
    });
    return Promise.race([work, tooLate]);
}

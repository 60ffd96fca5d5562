import { CheckFailed, failed, warned } from "./check";

/** Milliseconds that a server has for one response. */
export const timeLimit = 5000;

/**
 * Why there is no useful response: the server cannot be reached, is not trusted, does not speak the
 * protocol, sends what cannot be read, or something else responds in its place.
 */
export type Kind = "absent" | "untrusted" | "broken" | "malformed" | "foreign";

const unknownAuthority = [
    "untrusted",
    "the certificate is from an authority that is not trusted",
] as const;
const noTls = ["broken", "the port does not speak TLS"] as const;
const cut = ["broken", "the connection was closed"] as const;
const kinds: Readonly<Record<string, readonly [Kind, string]>> = {
    TIMEOUT: ["absent", `no response within ${String(timeLimit / 1000)} s`],
    ETIMEDOUT: ["absent", "no connection in time"],
    ENOTFOUND: ["absent", "the name is not known"],
    EAI_AGAIN: ["absent", "the name cannot be looked up"],
    ECONNREFUSED: ["absent", "the connection was refused"],
    EHOSTUNREACH: ["absent", "there is no route to the host"],
    ENETUNREACH: ["absent", "there is no route to the network"],
    DEPTH_ZERO_SELF_SIGNED_CERT: ["untrusted", "the certificate is self-signed"],
    SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
    CERT_HAS_EXPIRED: ["untrusted", "the certificate has expired"],
    CERT_NOT_YET_VALID: ["untrusted", "the certificate is not valid yet"],
    ERR_TLS_CERT_ALTNAME_INVALID: ["untrusted", "the certificate is for another name"],
    ECONNRESET: cut,
    UND_ERR_SOCKET: cut,
    EPROTO: noTls,
    ERR_SSL_WRONG_VERSION_NUMBER: noTls,
    ERR_SSL_PACKET_LENGTH_TOO_LONG: noTls,
    UND_ERR_HEADERS_OVERFLOW: ["malformed", "the headers are too long"],
};

/** Codes of Node.js's parser of HTTP and of its decompression. */
const malformed = /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|UND_ERR_RES_|ERR_INVALID_)/;

/** A server sent no useful response. */
export class NoResponse extends CheckFailed {
    /** @param address - Origin and path that were asked, without a query */
    constructor(
        address: string,
        readonly kind: Kind,
        seen: string,
    ) {
        // Only a response that cannot be read speaks against the server.
        const conclude = kind === "malformed" ? failed : warned;
        super(
            conclude(
                `a useful response from ${address}`,
                seen,
                "Try again in a minute. If nothing changes, something between this machine and AWS " +
                    "responds (a firewall, a proxy, a sign-in page of the network), or AWS throttles " +
                    "or has an outage: try another network, and see AWS's health dashboard.",
            ),
        );
    }
}

/** Rejects with a TimeoutError if the work is not done within the time limit. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(timeLimit);
    const tooLate = new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => {
            reject(signal.reason as DOMException);
        });
    });
    return Promise.race([work, tooLate]);
}

/** Explains what `fetch` failed with. */
export function noResponse(address: string, error: unknown): NoResponse {
    const code = codeOf(error);
    const [kind] = kinds[code] ?? [malformed.test(code) ? "malformed" : "broken"];
    return new NoResponse(address, kind, reason(code));
}

/** Reads the code from what `fetch`, a socket or a look-up failed with. */
export function codeOf(error: unknown): string {
    const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
    if (name === "TimeoutError") return "TIMEOUT";
    if (typeof code === "string") return code;
    return cause instanceof Error ? codeOf(cause) : "UNKNOWN";
}

/** Explains a code in words. */
export function reason(code: string): string {
    const [, words] = kinds[code] ?? [];
    if (words !== undefined) return `${words} (${code})`;
    return malformed.test(code)
        ? `the response is malformed (${code})`
        : `the connection failed (${code})`;
}

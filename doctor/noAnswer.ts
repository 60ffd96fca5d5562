/** Milliseconds that a server has for one answer. */
export const timeLimit = 5000;

/** What it means that there is no answer: nobody is there, or is not who they say, or does not work. */
export type Kind = "absent" | "untrusted" | "broken";

const unknownAuthority = [
    "untrusted",
    "the certificate is of an authority that is not trusted",
] as const;
const kinds: Readonly<Record<string, readonly [Kind, string]>> = {
    TIMEOUT: ["absent", `no answer within ${String(timeLimit / 1000)} s`],
    ETIMEDOUT: ["absent", "no connection in time"],
    ENOTFOUND: ["absent", "the name is not known"],
    EAI_AGAIN: ["absent", "the name cannot be looked up"],
    ECONNREFUSED: ["absent", "the connection is refused"],
    EHOSTUNREACH: ["absent", "there is no way to the host"],
    ENETUNREACH: ["absent", "there is no way to the network"],
    DEPTH_ZERO_SELF_SIGNED_CERT: ["untrusted", "the certificate is self-signed"],
    SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
    CERT_HAS_EXPIRED: ["untrusted", "the certificate has expired"],
    CERT_NOT_YET_VALID: ["untrusted", "the certificate is not valid yet"],
    ERR_TLS_CERT_ALTNAME_INVALID: ["untrusted", "the certificate is for another name"],
    ECONNRESET: ["broken", "the connection is cut"],
    UND_ERR_SOCKET: ["broken", "the connection is cut"],
    EPROTO: ["broken", "the port does not speak TLS"],
    ERR_SSL_WRONG_VERSION_NUMBER: ["broken", "the port does not speak TLS"],
};

/** A server that did not answer. */
export class NoAnswer extends Error {
    readonly kind: Kind;

    /**
     * @param address - Origin and path that was asked, without a query
     * @param code - Code of Node.js or OpenSSL, or `TIMEOUT`
     */
    constructor(
        readonly address: string,
        code: string,
    ) {
        super(reason(code));
        [this.kind] = kinds[code] ?? ["broken"];
    }
}

/** Reads the code off what `fetch`, a socket or a look-up failed with. */
export function codeOf(error: unknown): string {
    const { name, code, cause } = error as { name?: string; code?: unknown; cause?: unknown };
    if (name === "TimeoutError") return "TIMEOUT";
    if (typeof code === "string") return code;
    return cause === undefined ? "UNKNOWN" : codeOf(cause);
}

/** Says in words what a code means. */
export function reason(code: string): string {
    const [, text] = kinds[code] ?? [];
    return text === undefined ? `the connection fails (${code})` : `${text} (${code})`;
}

/** Milliseconds that a server has for one answer. */
export const timeLimit = 5000;

/** Characters of an answer that are read; Cognito's sign-in page has fewer. */
const longestAnswer = 1_000_000;

/** An answer of a server, redirects not followed. */
export interface Answer {
    readonly status: number;
    /** Where a redirect leads. */
    readonly location: URL | undefined;
    readonly text: string;
}

/** A server that did not answer. */
export class NoAnswer extends Error {
    /**
     * @param address - Origin and path that was asked, without a query
     * @param code - Code of Node.js or OpenSSL, or `TIMEOUT`
     */
    constructor(
        readonly address: string,
        readonly code: string,
    ) {
        super(reason(code));
    }
}

/**
 * Asks a server, as a GET or, with a form, as a POST.
 *
 * @throws {NoAnswer} When it does not answer in time or at all
 */
export async function request(
    url: string,
    form?: Readonly<Record<string, string>>,
): Promise<Answer> {
    const { origin, pathname } = new URL(url);
    try {
        const response = await fetch(url, {
            redirect: "manual",
            signal: AbortSignal.timeout(timeLimit),
            ...(form && { method: "POST", body: new URLSearchParams(form) }),
        });
        const location = response.headers.get("location");
        return {
            status: response.status,
            location:
                location !== null && URL.canParse(location, url)
                    ? new URL(location, url)
                    : undefined,
            text: await textOf(response),
        };
    } catch (error) {
        throw new NoAnswer(origin + pathname, codeOf(error));
    }
}

async function textOf({ body }: Response): Promise<string> {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length > longestAnswer) break;
    }
    return text;
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
    const words: Readonly<Record<string, string>> = {
        TIMEOUT: `no answer within ${String(timeLimit / 1000)} s`,
        ENOTFOUND: "the name is not known",
        EAI_AGAIN: "the name cannot be looked up",
        ECONNREFUSED: "the connection is refused",
        ECONNRESET: "the connection is cut",
        UND_ERR_SOCKET: "the connection is cut",
        EHOSTUNREACH: "there is no way to the host",
        ENETUNREACH: "there is no way to the network",
        DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
        SELF_SIGNED_CERT_IN_CHAIN: "the certificate is of an authority that is not trusted",
        UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the certificate is of an authority that is not trusted",
        UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "the certificate is of an authority that is not trusted",
        CERT_HAS_EXPIRED: "the certificate has expired",
        CERT_NOT_YET_VALID: "the certificate is not valid yet",
        ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another name",
        EPROTO: "the port does not speak TLS",
        ERR_SSL_WRONG_VERSION_NUMBER: "the port does not speak TLS",
    };
    const text = words[code];
    return text === undefined ? `the connection fails (${code})` : `${text} (${code})`;
}

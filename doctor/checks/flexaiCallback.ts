import { flexaiPaths } from "../../flexai/manual";

/** How a redirect URI differs from the outputs. */
export interface CallbackDifference {
    /** The redirect URI that it should be. */
    readonly expected: string;
    /** Whether people get in where the provider accepts it; Envoy takes no code at the outputs' others. */
    readonly mayWork: boolean;
    /** What to do about each part that differs. */
    readonly advice: string;
}

/**
 * Compares the redirect URI that flexAI asks for with the callbacks in the outputs. flexAI's configuration
 * file does not contain it: Envoy builds it from the request, as the proxy in front passes it on.
 */
export function callbackDifference(
    sent: string,
    redirectUris: readonly string[],
): CallbackDifference | undefined {
    const callbacks = redirectUris.filter((uri) => uri.endsWith(flexaiPaths.callback));
    if (callbacks.includes(sent)) return undefined;
    const actual = URL.canParse(sent) ? new URL(sent) : undefined;
    const expected =
        callbacks.find((uri) => new URL(uri).host === actual?.host) ?? callbacks[0] ?? "";
    const { protocol, host, href } = new URL(expected);
    const causes = [
        actual?.protocol !== protocol &&
            `The proxy in front of flexAI, which ends TLS, must send X-Forwarded-Proto: ` +
                `${protocol.slice(0, -1)}, and flexAI's Envoy must trust it (xff_num_trusted_hops).`,
        actual?.host !== host &&
            "The proxy in front of flexAI must pass on the header Host as the browser sent it.",
        (actual === undefined || pathOf(actual.href) !== pathOf(href)) &&
            `The path is of flexAI's own setup, which must have ${flexaiPaths.callback}, as its ` +
                "manual says: ask who installed it.",
    ].filter((cause) => cause !== false);
    return {
        expected,
        mayWork: !redirectUris.includes(sent),
        advice: [...causes, "See docs/broken.md#redirect_mismatch"].join(" "),
    };
}

/** What comes after the host, with the query. */
function pathOf(address: string): string {
    return address.slice(new URL(address).origin.length);
}

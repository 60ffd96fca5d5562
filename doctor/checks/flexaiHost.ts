import { type Check, failed, passed, skipped } from "../check";
import { NoAnswer, request } from "../http";
import type { Outputs } from "../outputs";

/** Codes of a host that is not there, rather than there and wrong. */
const notUp = new Set([
    "TIMEOUT",
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
]);

/** Checks flexAI itself, which may come after its provider. */
export function flexaiHostChecks({ redirectUris }: Outputs): Check[] {
    const { origin, host } = new URL(redirectUris[0] ?? "");
    return [
        {
            name: `flexAI answers at ${origin}/`,
            needs: [],
            run: async () => {
                try {
                    const { status } = await request(`${origin}/`);
                    if (status < 500) return passed(`status ${String(status)}`);
                    return failed(
                        "a page, or a redirect to the sign-in page",
                        `status ${String(status)}`,
                        "flexAI's host is up and flexAI is not: its own log tells more.",
                    );
                } catch (error) {
                    if (!(error instanceof NoAnswer)) throw error;
                    const { message } = error;
                    if (notUp.has(error.code)) {
                        return skipped(`it is not up yet, or not for this machine: ${message}`);
                    }
                    return failed(
                        "an answer with a certificate that this machine trusts",
                        message,
                        `Give flexAI a certificate for ${host} that browsers trust. If it is of your own ` +
                            "authority, tell Node.js: NODE_EXTRA_CA_CERTS=ca.pem",
                    );
                }
            },
        },
    ];
}

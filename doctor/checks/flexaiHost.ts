import { type Check, failed, passed, type Result, skipped } from "../check";
import { request } from "../http";
import { NoAnswer } from "../noAnswer";
import type { Outputs } from "../outputs";

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
                    return unanswered(error, host);
                }
            },
        },
    ];
}

function unanswered({ kind, message }: NoAnswer, host: string): Result {
    switch (kind) {
        case "absent":
            return skipped(`it is not up yet, or not for this machine: ${message}`);
        case "untrusted":
            return failed(
                "an answer with a certificate that this machine trusts",
                message,
                `Give flexAI a certificate for ${host} that browsers trust. If it is of your own ` +
                    "authority, tell Node.js: NODE_EXTRA_CA_CERTS=ca.pem",
            );
        case "broken":
            return failed(
                "an answer",
                message,
                `Something listens at ${host} and does not speak as flexAI does: look whether that ` +
                    "is flexAI's port, and into flexAI's own log.",
            );
    }
}

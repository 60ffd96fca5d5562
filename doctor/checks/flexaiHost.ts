import { type Check, failed, passed, type Problem, warned } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, request } from "../http";
import { NoResponse } from "../noResponse";
import { flexaiLanguageChecks, flexaiRequestCheck } from "./flexaiRequest";

/** Redirects within flexAI's host that are followed. */
const mostRedirects = 5;

/**
 * Checks flexAI itself, which may be installed after its provider.
 *
 * @param provider - The check that the authorization endpoint can be asked
 */
export function flexaiHostChecks(deployment: Deployment, provider: Check): Check[] {
    const { origin } = new URL(deployment.redirectUris[0] ?? "");
    const responds: Check<HttpResponse> = {
        name: `flexAI responds at ${origin}/`,
        needs: [],
        run: async () => {
            try {
                const response = await firstResponse(origin);
                const { status, location } = response;
                const circles = location?.origin === origin;
                const leads = location && !circles;
                if (leads || status === 200) return passed(described(response), response);
                return warned(
                    "a page, or a redirect to the sign-in page",
                    circles ? "redirects without end" : described(response),
                    "flexAI's host is up and flexAI is not, or not yet: see flexAI's own log.",
                );
            } catch (error) {
                if (!(error instanceof NoResponse)) throw error;
                return withoutResponse(error, deployment);
            }
        },
    };
    const asks = flexaiRequestCheck(deployment, responds, provider);
    return [responds, asks, ...flexaiLanguageChecks(deployment, responds, asks)];
}

/** Asks for flexAI's start page, along redirects that do not leave flexAI. */
async function firstResponse(origin: string): Promise<HttpResponse> {
    let response = await request(`${origin}/`);
    for (let count = 0; count < mostRedirects; count++) {
        if (response.location?.origin !== origin) break;
        response = await request(response.location);
    }
    return response;
}

function withoutResponse({ kind, message }: NoResponse, deployment: Deployment): Problem {
    const { origin, host } = new URL(deployment.redirectUris[0] ?? "");
    const expected = `a response from ${origin}/`;
    switch (kind) {
        case "absent":
            return warned(
                expected,
                message,
                "flexAI is not up yet, or cannot be reached from this machine. Otherwise: is the " +
                    "host name spelt as people open it?",
                deployment.commands.showHostname,
            );
        case "untrusted":
            return failed(
                `${expected} with a certificate that this machine trusts`,
                message,
                `Install a certificate for ${host} that browsers trust. If it is from your own ` +
                    "authority, make Node.js trust that by the environment: " +
                    "NODE_EXTRA_CA_CERTS=ca.pem",
            );
        default:
            return failed(
                expected,
                message,
                `Something listens at ${host} and does not respond as flexAI does: check whether ` +
                    "that is flexAI's port, and read flexAI's own log.",
            );
    }
}

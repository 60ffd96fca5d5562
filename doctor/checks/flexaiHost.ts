import { type Check, failed, passed, type Problem, warned } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, requestWithinOrigin } from "../http";
import { NoResponse } from "../noResponse";
import { flexaiParameterChecks } from "./flexaiParameters";
import { flexaiRequestCheck } from "./flexaiRequest";

/**
 * Checks flexAI itself, which may be installed after its provider.
 *
 * @param provider - The last check of the authorization endpoint's host
 */
export function flexaiHostChecks(deployment: Deployment, provider: Check): Check[] {
    const { origin } = new URL(deployment.redirectUris[0] ?? "");
    const responds: Check<HttpResponse> = {
        name: `flexAI responds at ${origin}/`,
        needs: [],
        run: async () => {
            try {
                const response = await requestWithinOrigin(`${origin}/`);
                const { status, location } = response;
                const expected = "a page, or a redirect to the sign-in page";
                if (location?.origin === origin) {
                    return failed(
                        expected,
                        "redirects to itself without end",
                        "Nobody gets in. Often a proxy in front of flexAI asks it by http, and flexAI " +
                            "sends that to https: see the settings of both.",
                    );
                }
                if (location || (status >= 200 && status < 300))
                    return passed(described(response), response);
                return warned(
                    expected,
                    described(response),
                    "flexAI's host is up and flexAI is not, or not yet, or something in front of it " +
                        "refuses: see flexAI's own log. See " +
                        "docs/broken.md#flexai-opens-or-is-silent-without-a-sign-in",
                );
            } catch (error) {
                if (!(error instanceof NoResponse)) throw error;
                return withoutResponse(error, deployment);
            }
        },
    };
    const asks = flexaiRequestCheck(deployment, responds, provider);
    return [responds, asks, ...flexaiParameterChecks(deployment, asks)];
}

function withoutResponse({ kind, message: seen }: NoResponse, deployment: Deployment): Problem {
    const { origin, host } = new URL(deployment.redirectUris[0] ?? "");
    const expected = `a response from ${origin}/`;
    switch (kind) {
        case "absent":
            return warned(
                expected,
                seen,
                "flexAI is not up yet, or cannot be reached from this machine. Otherwise: is the " +
                    "host name spelt as people open it?",
                deployment.commands.showHostname,
            );
        case "untrusted":
            return failed(
                `${expected} with a certificate that this machine trusts`,
                seen,
                `Install a certificate for ${host} that browsers trust. If your own authority issued ` +
                    "it, make Node.js trust that authority, by this environment variable: " +
                    "NODE_EXTRA_CA_CERTS=ca.pem",
            );
        default:
            return failed(
                expected,
                seen,
                `Something listens at ${host} and does not respond as flexAI does: check whether ` +
                    "that is flexAI's port, and read flexAI's own log.",
            );
    }
}

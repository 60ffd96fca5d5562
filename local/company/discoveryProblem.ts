import { fields } from "../../commandLine/json";
import type { Message } from "../../commandLine/message";
import { commandOf } from "../startCommand";

/**
 * Says what was asked of a provider of one's own, what came back, and what to do.
 *
 * @param error - Of openid-client's discovery
 */
export function discoveryProblem(issuer: string, error: Error): Message {
    const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const asked = `--company '${issuer}' does not serve OIDC Discovery: ${address}`;
    const { cause } = error;
    const { body, code, status, headers } = fields(cause);
    const { issuer: found } = fields(body);
    if (typeof found === "string") {
        return [
            `${asked} has the issuer '${found}'. Run, with your other options:`,
            commandOf({ company: found }),
        ];
    }
    // The server of the try-out puts a class of its own in the place of Response.
    if (headers instanceof Headers) {
        const type = headers.get("content-type") ?? "nothing";
        const what = status === 200 ? `${type} in place of JSON` : `status ${String(status)}`;
        return [`${asked} returns ${what}. Compare the issuer with the provider's, path and all.`];
    }
    if (typeof code === "string") {
        return [`${asked} cannot be reached (${code}). Is the provider started?`];
    }
    return [`${asked}: ${error.message}`];
}

import { isLoopback } from "../deployment";
import { type HttpResponse, foreignResponse, leadsTo } from "../http";

/**
 * Reads what the authorization endpoint makes of a request: Cognito sends who may sign in to its page
 * `/login`, and others to `/error` or back to the callback with an error (RFC 6749, section 4.1.2.1).
 *
 * @param redirectUri - The callback that was asked for
 * @throws {NoResponse} When the response is not of that form, and so not the provider's
 */
export function opinionOf(response: HttpResponse, redirectUri: string): "accepted" | "refused" {
    const { location, status } = response;
    const endpoint = new URL(response.address);
    if (leadsTo(response, `${endpoint.origin}/login`)) return "accepted";
    if (leadsTo(response, `${endpoint.origin}/error`)) return "refused";
    if (leadsTo(response, redirectUri) && location?.searchParams.has("error")) return "refused";
    // npm start shows its refusals itself.
    if (status === 400 && isLoopback(endpoint)) return "refused";
    throw foreignResponse(response);
}

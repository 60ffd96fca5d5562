import { isLoopback } from "../deployment";
import { type Answer, foreignAnswer, leadsTo } from "../http";

/**
 * Reads what the authorization endpoint makes of a request: Cognito sends who may sign in to its page
 * `/login`, and others to `/error` or back to the callback with an error (RFC 6749, section 4.1.2.1).
 *
 * @param redirectUri - The callback that was asked for
 * @throws {NoAnswer} When the answer is not of that form, and so not the provider's
 */
export function opinionOf(answer: Answer, redirectUri: string): "accepted" | "refused" {
    const { location, status } = answer;
    const endpoint = new URL(answer.address);
    if (leadsTo(answer, `${endpoint.origin}/login`)) return "accepted";
    if (leadsTo(answer, `${endpoint.origin}/error`)) return "refused";
    if (leadsTo(answer, redirectUri) && location?.searchParams.has("error")) return "refused";
    // npm start shows its refusals itself.
    if (status === 400 && isLoopback(endpoint)) return "refused";
    throw foreignAnswer(answer);
}

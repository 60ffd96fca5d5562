import { companyCallbackPath } from "../../components/endpoints";
import { type Check, failed, passed, skipped } from "../check";
import type { Deployment } from "../deployment";
import { isLoopback, foreignResponse, type HttpResponse, leadsTo, request } from "../http";

/**
 * Reads whether the authorization endpoint accepted a request: Cognito then redirects to its page
 * `/login`, or to a company's provider that is the only way in and is to send people back to Cognito;
 * else to `/error` or to the callback with an error (RFC 6749, section 4.1.2.1).
 *
 * @param redirectUri - The callback in the request
 * @throws {NoResponse} When the response has another form, so that the provider did not send it
 */
export function verdictOn(response: HttpResponse, redirectUri: string): "accepted" | "refused" {
    const { location, status } = response;
    const endpoint = new URL(response.address);
    const { origin } = endpoint;
    if (leadsTo(response, `${origin}/login`)) return "accepted";
    if (leadsTo(response, `${origin}/error`)) return "refused";
    if (location && isOfCompany(location, origin)) return "accepted";
    if (leadsTo(response, redirectUri) && location?.searchParams.has("error")) return "refused";
    // npm start responds with the refusal itself.
    if (status === 400 && isLoopback(endpoint)) return "refused";
    throw foreignResponse(response);
}

/** Whether an address asks a company's provider to send people back to Cognito. */
function isOfCompany({ searchParams }: URL, origin: string): boolean {
    return searchParams.get("redirect_uri") === origin + companyCallbackPath;
}

/** Checks that the sign-in page can be used. */
export function signInPageCheck(
    { authorizationEndpoint, commands: { restore, signIn } }: Deployment,
    callback: Check<URL>,
): Check {
    return {
        name: "the sign-in page shows a form",
        needs: [callback],
        run: async (found) => {
            const page = found(callback);
            const { origin } = new URL(authorizationEndpoint);
            const elsewhere = ({ host }: URL) =>
                skipped(`there is none, because people are sent to ${host} at once`);
            if (page.origin !== origin) return elsewhere(page);
            const response = await request(page);
            const { status, body, location } = response;
            if (location && isOfCompany(location, origin)) return elsewhere(location);
            const expected = "a page with a sign-in form";
            if ((status === 200 || status === 403) && /login pages unavailable/i.test(body)) {
                return failed(
                    expected,
                    "Login pages unavailable",
                    "The client has no style for Cognito's managed login: restore the missing " +
                        "ManagedLoginBranding. See docs/broken.md#login-pages-unavailable",
                    restore,
                );
            }
            if (status !== 200) throw foreignResponse(response);
            // Bounded, because anybody may have made the page.
            if (/<input\b[^<>]{1,500}\bname=["']?username\b/i.test(body)) {
                return passed("a form with a field for the username");
            }
            if (/<script\b/i.test(body)) {
                return skipped("a script draws the page: see it in a browser", signIn);
            }
            return failed(
                expected,
                "status 200, no form",
                "Open flexAI in a browser and read what the sign-in page says; a domain that was " +
                    "just created needs some minutes.",
            );
        },
    };
}

import { type Check, failed, passed, skipped } from "../check";
import type { Commands } from "../commands";
import { isLoopback, foreignResponse, type HttpResponse, leadsTo, request } from "../http";

/**
 * Reads whether the authorization endpoint accepted a request: Cognito then redirects to its page
 * `/login`, else to `/error` or to the callback with an error (RFC 6749, section 4.1.2.1).
 *
 * @param redirectUri - The callback in the request
 * @throws {NoResponse} When the response has another form, so that the provider did not send it
 */
export function verdictOn(response: HttpResponse, redirectUri: string): "accepted" | "refused" {
    const { location, status } = response;
    const endpoint = new URL(response.address);
    if (leadsTo(response, `${endpoint.origin}/login`)) return "accepted";
    if (leadsTo(response, `${endpoint.origin}/error`)) return "refused";
    if (leadsTo(response, redirectUri) && location?.searchParams.has("error")) return "refused";
    // npm start responds with the refusal itself.
    if (status === 400 && isLoopback(endpoint)) return "refused";
    throw foreignResponse(response);
}

/** Checks that the sign-in page can be used. */
export function signInPageCheck(callback: Check<URL>, { restore, signIn }: Commands): Check {
    return {
        name: "the sign-in page shows a form",
        needs: [callback],
        run: async (found) => {
            const response = await request(found(callback));
            const { status, body } = response;
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

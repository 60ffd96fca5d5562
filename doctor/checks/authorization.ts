import { flexaiScopes } from "../../flexai/manual";
import { type Check, failed, passed, type Result, skipped } from "../check";
import { type Answer, request } from "../http";
import type { Outputs } from "../outputs";
import { hostCheck } from "./hosts";

const scopes = flexaiScopes.join(" ");

/** Checks the way to the sign-in page. */
export function authorizationChecks(outputs: Outputs): Check[] {
    const endpoint = new URL(outputs.authorizationEndpoint);
    const host = hostCheck(endpoint.href);
    const [firstUri = ""] = outputs.redirectUris;
    const ask = (parameters: Readonly<Record<string, string>>) =>
        request(authorizationUrl(outputs, parameters));
    return [
        ...outputs.redirectUris.map((redirectUri) => ({
            name: callbackCheck(redirectUri),
            needs: [host],
            run: async () =>
                signIn(
                    await ask({ redirect_uri: redirectUri, scope: "openid" }),
                    endpoint,
                    "The client in Cognito lacks this callback, or is another: run pulumi up " +
                        "--refresh --stack NAME, which puts back what was changed by hand.",
                ),
        })),
        {
            name: "an unregistered callback is refused",
            needs: [host],
            run: async () =>
                refusal(await ask({ redirect_uri: unregisteredUri, scope: "openid" }), endpoint),
        },
        {
            name: `the scopes ${scopes} are accepted`,
            needs: [callbackCheck(firstUri)],
            run: async () =>
                signIn(
                    await ask({ redirect_uri: firstUri, scope: scopes }),
                    endpoint,
                    `flexAI asks for ${scopes}, and the client in Cognito must allow each: run ` +
                        "pulumi up --refresh --stack NAME, which puts back what was changed by hand.",
                ),
        },
        {
            name: "the sign-in page shows a form",
            needs: [callbackCheck(firstUri)],
            run: async () => {
                const { location } = await ask({ redirect_uri: firstUri, scope: "openid" });
                return form(await request(location?.href ?? outputs.authorizationEndpoint));
            },
        },
    ];
}

/** `invalid` is a name that nobody can have. RFC 2606. */
const unregisteredUri = "https://doctor.invalid/oauth2/callback";

function callbackCheck(redirectUri: string): string {
    return `the callback ${redirectUri} is accepted`;
}

function authorizationUrl(
    { authorizationEndpoint, clientId }: Outputs,
    parameters: Readonly<Record<string, string>>,
): string {
    const query = new URLSearchParams({
        client_id: clientId,
        response_type: "code",
        ...parameters,
    });
    return `${authorizationEndpoint}?${query.toString()}`;
}

/** Cognito sends who may sign in to its page `/login`, and who may not to `/error` or back. */
function signIn(answer: Answer, { origin }: URL, advice: string): Result {
    const seen = described(answer);
    return isPage(answer, `${origin}/login`)
        ? passed(seen)
        : failed("a redirect to the sign-in page", seen, advice);
}

function refusal(answer: Answer, { origin }: URL): Result {
    const { status, location } = answer;
    const refused = location ? isPage(answer, `${origin}/error`) : status >= 400 && status < 500;
    if (refused) return passed(described(answer));
    return failed(
        "an error page, and no sign-in for a callback that is not registered",
        described(answer),
        "Codes could be sent to anybody. Look at the callback URLs of the client in Cognito, and " +
            "whether the authorization endpoint is really Cognito's.",
    );
}

function isPage({ location }: Answer, page: string): boolean {
    return location !== undefined && location.origin + location.pathname === page;
}

function form({ status, text }: Answer): Result {
    if (status === 200 && /<input[^>]+name=["']?username\b/i.test(text)) {
        return passed("a form with a field for the username");
    }
    const unavailable = /login pages unavailable/i.test(text);
    if (status === 200 && !unavailable && /<script\b/i.test(text)) {
        return skipped("the page draws itself by script; open it in a browser: the link in flexAI");
    }
    return failed(
        "a page with a sign-in form",
        unavailable ? "Login pages unavailable" : `status ${String(status)}, no form`,
        unavailable
            ? "The client has no style for Cognito's managed login: run pulumi up --refresh " +
                  "--stack NAME, which makes the missing ManagedLoginBranding."
            : "Open flexAI in a browser and read what the sign-in page says; a domain that was " +
                  "made just now takes some minutes.",
    );
}

/** Says where an answer leads, with an error if it carries one and nothing else of the query. */
function described({ status, location }: Answer): string {
    if (!location) return `status ${String(status)}`;
    const { origin, pathname, searchParams } = location;
    const errors = ["error", "error_description"].flatMap((name) =>
        searchParams.getAll(name).map((value) => ` ${name}=${value}`),
    );
    return `a redirect to ${origin}${pathname}${errors.join("")}`;
}

import { flexaiScopes } from "../../flexai/manual";
import { type Check, failed, passed, type Result } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, request } from "../http";
import { signInPageCheck, verdictOn } from "./signInPage";

const scopes = flexaiScopes.join(" ");

/** Nobody can have a name that ends in `invalid`. RFC 2606. */
const unregisteredUri = "https://doctor.invalid/oauth2/callback";

/** Checks the way to the sign-in page. */
export function authorizationChecks(deployment: Deployment, host: Check): Check[] {
    const { redirectUris, commands } = deployment;
    const callbacks = redirectUris.map((redirectUri) => ({
        redirectUri,
        check: callbackCheck(deployment, redirectUri, host),
    }));
    const [first] = callbacks;
    if (!first) return [];
    return [
        ...callbacks.map(({ check }) => check),
        {
            name: "an unregistered callback is refused",
            needs: [first.check],
            run: () => refused(deployment),
        },
        {
            name: `the scopes ${scopes} are accepted`,
            needs: [first.check],
            run: async () =>
                accepted(
                    await ask(deployment, first.redirectUri, scopes),
                    first.redirectUri,
                    `flexAI asks for ${scopes}, and the client in Cognito must allow each: ` +
                        "restore what was changed by hand.",
                    commands.restore,
                ),
        },
        signInPageCheck(deployment, first.check),
    ];
}

/** Checks that the provider accepts a callback, and finds the sign-in page. */
export function callbackCheck(
    deployment: Deployment,
    redirectUri: string,
    host: Check,
): Check<URL> {
    return {
        name: `the callback ${redirectUri} is accepted`,
        needs: [host],
        run: async () =>
            accepted(
                await ask(deployment, redirectUri, "openid"),
                redirectUri,
                "The client in Cognito does not have this callback, or is another client: restore " +
                    "what was changed by hand. See docs/broken.md#redirect_mismatch",
                deployment.commands.restore,
            ),
    };
}

/**
 * Asks for a sign-in.
 *
 * @param others - Parameters besides OAuth's
 */
export function ask(
    { authorizationEndpoint, clientId }: Deployment,
    redirectUri: string,
    scope: string,
    others: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
    const url = new URL(authorizationEndpoint);
    const parameters = {
        ...others,
        client_id: clientId,
        response_type: "code",
        redirect_uri: redirectUri,
        scope,
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return request(url);
}

/** Expects that the provider accepted a request, and finds the sign-in page. */
function accepted(
    response: HttpResponse,
    redirectUri: string,
    advice: string,
    commands: readonly string[],
): Result<URL> {
    const { location } = response;
    if (verdictOn(response, redirectUri) === "accepted" && location) {
        return passed(described(response), location);
    }
    return failed("a redirect to the sign-in page", described(response), advice, commands);
}

/** Asks with a callback that nobody registered, and expects a refusal. */
async function refused(deployment: Deployment): Promise<Result> {
    const response = await ask(deployment, unregisteredUri, "openid");
    const leaves = response.location?.origin === new URL(unregisteredUri).origin;
    if (!leaves && verdictOn(response, unregisteredUri) === "refused") {
        return passed(described(response));
    }
    return failed(
        "an error page, and no sign-in for a callback that is not registered",
        described(response),
        "Codes could be sent to anybody. Check the callback URLs of the client in Cognito, and " +
            "whether the authorization endpoint is really Cognito's.",
        deployment.commands.restore,
    );
}

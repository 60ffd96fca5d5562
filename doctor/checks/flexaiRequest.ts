import { identityProviderParameter } from "../../components/signInLanguage";
import { flexaiScopes } from "../../flexai/manual";
import { type Check, failed, passed, type Result, skipped, warned } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, isLoopback, request } from "../http";
import { callbackDifference } from "./flexaiCallback";
import { verdictOn } from "./signInPage";

/** Parameters of Envoy's request, and `lang`, which the setting `language` adds. */
const parameters: readonly string[] = [
    "client_id",
    "code_challenge",
    "code_challenge_method",
    "lang",
    "nonce",
    "redirect_uri",
    "response_type",
    "scope",
    "state",
];

const expected = "a sign-in request as in the outputs, which leads to the sign-in page";

/** Checks that the provider accepts flexAI's request for a sign-in, and finds that request. */
export function flexaiRequestCheck(
    deployment: Deployment,
    flexai: Check<HttpResponse>,
    provider: Check,
): Check<URL> {
    return {
        name: "flexAI sends people to the sign-in page",
        needs: [flexai, provider],
        run: async (found) => {
            const response = found(flexai);
            const { location } = response;
            if (location?.searchParams.has("client_id")) return resultOf(deployment, location);
            if (!location && isLoopback(new URL(deployment.issuer))) {
                return skipped("npm start's page is in its place, and opens without a sign-in");
            }
            return failed(
                expected,
                `${described(response)}, without a sign-in`,
                "flexAI is open to everybody, or it is something else that responds at its host: " +
                    "put flexAI's configuration where its manual says, restart flexAI, and see what " +
                    "is in front of it. See docs/broken.md#flexai-opens-or-is-silent-without-a-sign-in",
                deployment.commands.configure,
            );
        },
    };
}

async function resultOf(deployment: Deployment, sent: URL): Promise<Result<URL>> {
    const { configure, restore, onStack } = deployment.commands;
    const differences = differencesOf(deployment, sent);
    const wrongConfiguration = (seen: string) =>
        failed(
            expected,
            seen,
            "flexAI is not configured with these outputs: write its configuration again, put it " +
                "in place of the old file and restart flexAI. See " +
                "docs/broken.md#another-error-page-of-cognito",
            configure,
        );
    // A request goes to the provider alone, and as its own client alone.
    if (differences.essential.length > 0) {
        return wrongConfiguration(differences.essential.join(", "));
    }
    const response = await request(sent);
    const redirectUri = sent.searchParams.get("redirect_uri") ?? "";
    const isAccepted = verdictOn(response, redirectUri) === "accepted";
    const others = differences.others.join(", ");
    const { callback } = differences;
    if (callback) {
        return (isAccepted && callback.mayWork ? warned : failed)(
            `redirect_uri=${callback.expected}`,
            `${others}: ${described(response)}`,
            callback.advice,
            onStack("stack output", "redirectUris"),
        );
    }
    if (isAccepted) {
        if (isCut(sent.searchParams.getAll("state").join())) {
            return warned(
                "a state of letters, digits, - and _",
                "a state with parameters or JSON in it",
                "Cognito is known to cut such a state at its first &: the callback then shows 401, " +
                    "OAuth flow failed. Envoy up to 1.32 sends it, and 1.33 and later do not: " +
                    "ask flexAI's maker for an update.",
            );
        }
        if (others === "") return passed("a request that leads to the sign-in page", sent);
        return warned(
            expected,
            others,
            differences.isPrefix
                ? "flexAI uses the prefix domain, which still works: write its configuration again once " +
                      "the custom domain works."
                : "The provider accepts this, but flexAI is not configured as its manual says.",
            configure,
        );
    }
    if (others !== "") return wrongConfiguration(`${others}: ${described(response)}`);
    return failed(
        expected,
        `the request is as in the outputs, and leads to ${described(response)}`,
        "The client in Cognito is not as in the outputs: restore what was changed by hand.",
        restore,
    );
}

/** Lists where a request differs from the outputs; its state and other secrets are not compared. */
function differencesOf(deployment: Deployment, { origin, pathname, searchParams }: URL) {
    const { authorizationEndpoint, clientId, redirectUris, prefixOrigin } = deployment;
    const ofFile = deployment.identityProvider === undefined ? [] : [identityProviderParameter];
    const endpoint = new URL(authorizationEndpoint);
    const essential: string[] = [];
    const others: string[] = [];
    const isPrefix = origin === prefixOrigin && pathname === endpoint.pathname;
    if (isPrefix) others.push(`a redirect to ${origin}${pathname}`);
    else if (origin + pathname !== endpoint.origin + endpoint.pathname) {
        return {
            essential: [`a redirect to ${origin}${pathname}`],
            others,
            isPrefix,
            callback: undefined,
        };
    }
    const parameter = (name: string) =>
        `${name}=${searchParams.getAll(name).join(" and ") || "none"}`;
    const client = parameter("client_id");
    if (client !== `client_id=${clientId}`) essential.push(client);
    const redirectUri = searchParams.getAll("redirect_uri").join(" and ");
    const callback = callbackDifference(redirectUri, redirectUris);
    if (callback) others.push(parameter("redirect_uri"));
    const responseType = parameter("response_type");
    if (responseType !== "response_type=code") others.push(responseType);
    const scopes = (searchParams.get("scope") ?? "").split(" ").sort().join(" ");
    if (scopes !== [...flexaiScopes].sort().join(" ")) others.push(parameter("scope"));
    for (const name of new Set(searchParams.keys())) {
        if (![...parameters, ...ofFile].includes(name)) others.push(`a parameter ${name}`);
    }
    if (essential.length > 0) essential.push(...others);
    return { essential, others, isPrefix, callback };
}

/** Whether Cognito is known to cut a state: that of Envoy up to 1.32 is `url=...&nonce=...`. */
function isCut(state: string): boolean {
    // Base64 may end in =.
    return /[&{"]|=[^=]/.test(state);
}

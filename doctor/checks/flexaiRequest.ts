import { languageParameter } from "../../components/signInLanguage";
import { flexaiPaths, flexaiScopes } from "../../flexai/manual";
import { type Check, failed, passed, type Result, skipped, warned } from "../check";
import type { Deployment } from "../deployment";
import { described, type HttpResponse, request } from "../http";
import { opinionOf } from "./signInPage";

/** What Envoy puts into its request, and `lang` of the setting `language`. */
const parameters = [
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

/** Checks that what flexAI asks of the provider is what the provider accepts. */
export function flexaiRequestCheck(
    deployment: Deployment,
    flexai: Check<HttpResponse>,
    provider: Check,
): Check {
    return {
        name: "flexAI sends people to the sign-in page",
        needs: [flexai, provider],
        run: async (found) => {
            const { location } = found(flexai);
            if (!location) return skipped("its first page is shown without a sign-in");
            return asked(deployment, location);
        },
    };
}

async function asked(deployment: Deployment, sent: URL): Promise<Result> {
    const { configure, restore } = deployment.commands;
    const expected = "a sign-in request as in the outputs, which leads to the sign-in page";
    const differences = differencesOf(deployment, sent);
    const wrongConfiguration = (seen: string) =>
        failed(
            expected,
            seen,
            "flexAI is not configured with these outputs: write its configuration again, put it " +
                "in place of the old file and restart flexAI.",
            configure,
        );
    // Only the provider is asked, and only as its own client.
    if (differences.essential.length > 0) {
        return wrongConfiguration(differences.essential.join(", "));
    }
    const response = await request(sent);
    const redirectUri = sent.searchParams.get("redirect_uri") ?? "";
    const others = differences.others.join(", ");
    if (opinionOf(response, redirectUri) === "accepted") {
        if (others === "") return passed("a request that leads to the sign-in page");
        return warned(
            expected,
            others,
            differences.isPrefix
                ? "flexAI uses the prefix domain, which goes on working: write its configuration again " +
                      "once the custom domain works."
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

/** What a request says otherwise than the outputs, without its state and its other secrets. */
function differencesOf(deployment: Deployment, { origin, pathname, searchParams }: URL) {
    const { authorizationEndpoint, clientId, redirectUris, prefixOrigin } = deployment;
    const endpoint = new URL(authorizationEndpoint);
    const essential: string[] = [];
    const others: string[] = [];
    const isPrefix = origin === prefixOrigin && pathname === endpoint.pathname;
    if (isPrefix) others.push(`a redirect to ${origin}${pathname}`);
    else if (origin + pathname !== endpoint.origin + endpoint.pathname) {
        return { essential: [`a redirect to ${origin}${pathname}`], others, isPrefix };
    }
    const given = (name: string) => `${name}=${searchParams.getAll(name).join(" and ") || "none"}`;
    if (given("client_id") !== `client_id=${clientId}`) essential.push(given("client_id"));
    const redirectUri = redirectUris.find((uri) => given("redirect_uri") === `redirect_uri=${uri}`);
    if (redirectUri === undefined) others.push(given("redirect_uri"));
    // The provider accepts the others, and Envoy does not take a code there.
    else if (!redirectUri.endsWith(flexaiPaths.callback)) essential.push(given("redirect_uri"));
    if (given("response_type") !== "response_type=code") others.push(given("response_type"));
    const scopes = (searchParams.get("scope") ?? "").split(" ").sort().join(" ");
    if (scopes !== [...flexaiScopes].sort().join(" ")) others.push(given("scope"));
    for (const name of new Set(searchParams.keys())) {
        if (!parameters.includes(name)) others.push(`a parameter ${name}`);
    }
    return { essential: [...essential, ...(essential.length > 0 ? others : [])], others, isPrefix };
}

/** Checks that flexAI asks for the language that its configuration file has, if that has one. */
export function flexaiLanguageChecks(
    deployment: Deployment,
    flexai: Check<HttpResponse>,
    request: Check,
): Check[] {
    const { language } = deployment;
    if (language === undefined) return [];
    const expected = `${languageParameter}=${language}`;
    return [
        {
            name: `flexAI asks for the sign-in page in the language ${language}`,
            needs: [flexai, request],
            run: (found) => {
                const { location } = found(flexai);
                if (!location) return skipped("its first page is shown without a sign-in");
                const asked = location.searchParams.getAll(languageParameter);
                const seen = `${languageParameter}=${asked.join(" and ") || "none"}`;
                if (seen === expected) return passed(seen);
                return warned(
                    expected,
                    seen,
                    "People can sign in, but the page is in another language. Write flexAI's " +
                        "configuration again, put it in place of the old file and restart flexAI. " +
                        "If that changes nothing, flexAI does not keep the parameters of that " +
                        "address: remove the setting language.",
                    deployment.commands.configure,
                );
            },
        },
    ];
}

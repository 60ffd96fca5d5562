import { flexaiScopes } from "../../flexai/manual";
import { type Check, failed, passed, type Result } from "../check";
import { ask } from "../checks/authorization";
import type { Deployment } from "../deployment";
import { described } from "../http";
import type { Company } from "./companyMetadata";

/**
 * Checks that Cognito sends people to a company's provider, and finds the address of it.
 *
 * @param needs - The checks without which Cognito sends nobody anywhere
 * @param authorizationEndpoint - Finds that of the company's provider
 */
export function companyRedirectCheck(
    company: Company,
    deployment: Deployment,
    needs: readonly Check[],
    authorizationEndpoint: Check<URL>,
): Check<URL> {
    return {
        name: `Cognito sends people to ${company.name}`,
        needs: [...needs, authorizationEndpoint],
        run: (found) => redirected(company, deployment, found(authorizationEndpoint)),
    };
}

async function redirected(
    { name, oidcRedirectUri }: Company,
    deployment: Deployment,
    endpoint: URL,
): Promise<Result<URL>> {
    const [redirectUri = ""] = deployment.redirectUris;
    const response = await ask(deployment, redirectUri, flexaiScopes.join(" "), {
        identity_provider: name,
    });
    const { location } = response;
    const page = endpoint.origin + endpoint.pathname;
    const expected = `a redirect to ${page} with redirect_uri=${oidcRedirectUri}`;
    const fail = (seen: string) =>
        failed(
            expected,
            seen,
            `The provider ${name} in Cognito is missing or is not as configured, or flexAI's client ` +
                "does not allow it: restore what was changed by hand.",
            deployment.commands.restore,
        );
    if (!location || location.origin + location.pathname !== page) return fail(described(response));
    const parameter = (parameterName: string) =>
        location.searchParams.getAll(parameterName).join(" and ") || "none";
    const [client, back] = [parameter("client_id"), parameter("redirect_uri")];
    if (client === "none" || back !== oidcRedirectUri || parameter("response_type") !== "code") {
        return fail(`client_id=${client}, redirect_uri=${back}`);
    }
    return passed(`as its client ${client}, which comes back to ${back}`, location);
}

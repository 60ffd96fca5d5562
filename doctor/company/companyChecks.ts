import { type Check, skipped } from "../check";
import type { Deployment } from "../deployment";
import { companyMetadataChecks } from "./companyMetadata";
import { companyRedirectCheck } from "./companyRedirect";

/**
 * Checks the sign-in with a company's accounts.
 *
 * @param needs - The checks without which Cognito sends nobody anywhere
 */
export function companyChecks(
    { name, issuer, oidcRedirectUri }: NonNullable<Deployment["companyLoginSetup"]>,
    deployment: Deployment,
    needs: readonly Check[],
): Check[] {
    if (issuer === undefined) return [incomplete(name, oidcRedirectUri, deployment)];
    const company = { name, issuer, oidcRedirectUri };
    const metadata = companyMetadataChecks(company, deployment);
    const { authorizationEndpoint } = metadata;
    const redirect = companyRedirectCheck(company, deployment, needs, authorizationEndpoint);
    return [...metadata.all, redirect, onlyTheCompanyKnows(name)];
}

/** Says what comes next for a company that has not registered the pool yet. */
function incomplete(name: string, oidcRedirectUri: string, { commands }: Deployment): Check {
    const { onStack } = commands;
    return {
        name: `people of ${name} can sign in`,
        needs: [],
        run: () =>
            skipped(
                `not complete yet: ask the company's administrator to register ${oidcRedirectUri}, ` +
                    "and set what comes back. See docs/company-login.md#set-it-up",
                [
                    ...onStack("config set", "--path", "companyLogin.issuer", "YOUR_ISSUER"),
                    ...onStack("config set", "--path", "companyLogin.clientId", "YOUR CLIENT ID"),
                    ...onStack("config set", "--secret", "companyLoginSecret"),
                    ...onStack("up"),
                ],
            ),
    };
}

/** Says what nobody can see from outside: whether the company lets people in who have no group. */
function onlyTheCompanyKnows(name: string): Check {
    return {
        name: `${name} lets in nobody without a group that has a role`,
        needs: [],
        run: () =>
            skipped(
                "only the company knows. Otherwise whoever is taken out of every group keeps the " +
                    "roles. See docs/company-login.md#close-the-hole",
            ),
    };
}

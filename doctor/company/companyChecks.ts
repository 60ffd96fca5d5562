import { type Check, skipped } from "../check";
import { usernameOf } from "../checks/idTokenForm";
import type { ExplainToken } from "../checks/idTokenRoles";
import type { Deployment } from "../deployment";
import { companyMetadataChecks } from "./companyMetadata";
import { companyPageCheck } from "./companyPage";
import { companyRedirectCheck } from "./companyRedirect";

/**
 * Checks the sign-in with a company's accounts.
 *
 * @param needs - The checks without which Cognito sends nobody anywhere
 */
export function companyChecks(deployment: Deployment, needs: readonly Check[]): Check[] {
    if (!deployment.companyLoginSetup) return [];
    const { name, issuer, oidcRedirectUri } = deployment.companyLoginSetup;
    if (issuer === undefined) return [incomplete(name, oidcRedirectUri, deployment)];
    const company = { name, issuer, oidcRedirectUri };
    const metadata = companyMetadataChecks(company, deployment);
    const { authorizationEndpoint } = metadata;
    const redirect = companyRedirectCheck(company, deployment, needs, authorizationEndpoint);
    return [
        ...metadata.all,
        redirect,
        companyPageCheck(company, deployment, redirect),
        onlyTheCompanyKnows(name),
    ];
}

/** Says what comes next for a company that has not registered the pool yet. */
function incomplete(name: string, oidcRedirectUri: string, { commands }: Deployment): Check {
    return {
        name: `people of ${name} can sign in`,
        needs: [],
        run: () =>
            skipped(
                `not complete yet: ask the company's administrator to register ${oidcRedirectUri}, ` +
                    "and set what comes back. See docs/company-login.md#set-it-up",
                commands.completeCompanyLogin,
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

/** Explains the token of somebody of the company who has no role. */
export const withoutCompanyRole: ExplainToken = (claims, { companyLoginSetup, commands }) => {
    const { name = "" } = companyLoginSetup ?? {};
    const username = usernameOf(claims);
    // Somebody of the pool to whom a company's account is linked has identities too, and another name.
    const isOfCompany = username.toLowerCase().startsWith(`${name.toLowerCase()}_`);
    if (!("identities" in claims) || !isOfCompany) return undefined;
    return {
        advice:
            `flexAI refuses this person of ${name}. See what came in custom:flexai_groups: nothing ` +
            "(groupsClaim is wrong, or the claim is not in the company's ID token), ids in place of " +
            "names, or groups that are not in companyLogin.roles. See " +
            "docs/company-login.md#signed-in-and-refused-by-flexai",
        commands: commands.onUserPool("admin-get-user", { username }),
    };
};

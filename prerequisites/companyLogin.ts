import * as pulumi from "@pulumi/pulumi";

import type { CompanyLogin } from "../components/companyLogin";
import { customGroupsAttribute } from "../components/identityProvider";
import { settingName } from "./refusal";
import type { StackState } from "./stackState";

/** Warns of what a change of a company's login does that no later change undoes. */
export function warnOfCompanyLogin(
    companyLogin: CompanyLogin | undefined,
    { isMocked, pool, identityProviders }: StackState,
): void {
    if (!companyLogin || isMocked) return;
    if (!pool.hasCompanyGroups) {
        void pulumi.log.warn(
            `${settingName("companyLogin")} adds the attribute ${customGroupsAttribute} to the user pool.\n` +
                "Cognito can never remove it again. It is empty and without effect once\n" +
                "companyLogin is taken back.",
        );
    }
    const [deployed] = identityProviders;
    if (deployed !== undefined && companyLogin.provider && deployed !== companyLogin.name) {
        void pulumi.log.warn(
            `${settingName("companyLogin.name")} is '${companyLogin.name}', and was '${deployed}'.\n` +
                "With another name everybody in the company becomes a new user, and the address\n" +
                "to register stays the same. To keep the users, run:\n" +
                `  pulumi config set --stack ${pulumi.getStack()} --path companyLogin.name ${deployed}`,
        );
    }
}

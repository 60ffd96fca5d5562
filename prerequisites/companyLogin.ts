import type { CompanyLogin } from "../components/companyLogin";
import { customGroupsAttribute } from "../components/identityProvider";
import { stackCommand } from "../components/runningStack";
import { warn } from "../config/problems";
import { settingName } from "./refusal";
import type { StackState } from "./stackState";

/** Warns of what a change of a company's login does that no later change undoes. */
export function warnOfCompanyLogin(
    companyLogin: CompanyLogin | undefined,
    { isMocked, pool, identityProviders }: StackState,
): void {
    if (!companyLogin || isMocked) return;
    if (!pool.hasCompanyGroups) {
        warn([
            `${settingName("companyLogin")} adds the attribute ${customGroupsAttribute} to the user pool.` +
                " Cognito can never remove it again. It is empty and without effect once companyLogin is" +
                " taken back.",
        ]);
    }
    const [deployed] = identityProviders;
    if (deployed !== undefined && companyLogin.provider && deployed !== companyLogin.name) {
        warn([
            `${settingName("companyLogin.name")} is '${companyLogin.name}', and was '${deployed}'.` +
                " With another name everybody in the company becomes a new user, and the address to" +
                " register stays the same. To keep the users, run:",
            stackCommand("config set", "--path", "companyLogin.name", deployed),
        ]);
    }
}

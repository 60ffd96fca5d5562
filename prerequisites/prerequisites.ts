import type { CustomDomain } from "../components/customDomain";
import type { EmailSender } from "../components/emails";
import type { ExistingUserPool } from "../components/existingUserPool";
import type { StackConfig } from "../config/stackConfig";
import { warnOfCompanyLogin } from "./companyLogin";
import { findCustomDomain } from "./customDomain";
import { findEmailSender } from "./emailSender";
import { checkPlace } from "./place";
import type { StackState } from "./stackState";
import { adoptUserPool } from "./userPool/adopt";

/** What the configuration names and AWS must have already. */
export interface Prerequisites {
    /** The user pool to take over, if there is one. */
    readonly existingUserPool: ExistingUserPool | undefined;
    /** Where Cognito's emails come from, unless that is Cognito itself. */
    readonly emailSender: EmailSender | undefined;
    /** Domain of the company's own for the sign-in page, if there is one. */
    readonly customDomain: CustomDomain | undefined;
}

/**
 * Looks up in AWS what the configuration names. Nothing is registered before this is done.
 *
 * @throws {pulumi.RunError} Naming what is missing, and what to do about it
 */
export async function findPrerequisites(
    config: StackConfig,
    state: StackState,
): Promise<Prerequisites> {
    await checkPlace(config, state);
    warnOfCompanyLogin(config.companyLogin, state);
    const existingUserPool = await adoptUserPool(config, state);
    const emailSender = await findEmailSender(config);
    const customDomain = await findCustomDomain(config.domain, state);
    return { existingUserPool, emailSender, customDomain };
}

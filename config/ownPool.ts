import { type Mfa, mfaChoices } from "../components/newUserPool";
import { type ThreatProtection, threatProtectionChoices } from "../components/threatProtection";
import type { Setting } from "./setting";

/**
 * Refuses a setting of the user pool where the pool exists already, whose settings are its team's.
 *
 * @param kept - What the team sets in its pool
 */
export function refuseForExistingPool(
    setting: Setting,
    existingUserPoolId: Setting,
    kept: string,
): void {
    if ((existingUserPoolId.value ?? "") === "") return;
    setting.refuse(
        "is for a pool of the stack's own. The user pool in existingUserPoolId keeps the " +
            `${kept} that its team sets in it`,
        "remove",
    );
}

/** Checks the second factor, which only a pool of the stack's own gets from this program. */
export function checkMfa(setting: Setting, existingUserPoolId: Setting): Mfa {
    const mfa = setting.oneOf(mfaChoices);
    if (mfa !== "none") refuseForExistingPool(setting, existingUserPoolId, "second factor");
    return mfa;
}

/** Checks the log of mails that Cognito could not send: a pool has one such log at most. */
export function checkMailFailureLog(setting: Setting, existingUserPoolId: Setting): boolean {
    const isLogged = setting.boolean();
    if (isLogged) refuseForExistingPool(setting, existingUserPoolId, "log");
    return isLogged;
}

/** Checks the threat protection, and warns of its price. Source of that: Cognito's list of prices. */
export function checkThreatProtection(
    setting: Setting,
    existingUserPoolId: Setting,
): ThreatProtection {
    const threatProtection = setting.oneOf(threatProtectionChoices);
    if (threatProtection !== "off") {
        refuseForExistingPool(setting, existingUserPoolId, "threat protection");
        setting.warn(
            "needs Cognito's plan Plus: about 0.02 US dollars a month for each user who is active in" +
                " it, from the first one. To go back to the plan Essentials, turn it off",
            { set: "off" },
        );
    }
    return threatProtection;
}

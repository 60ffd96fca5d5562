import { type ThreatProtection, threatProtectionChoices } from "../components/threatProtection";
import { refuseForExistingPool } from "./ownPoolOnly";
import type { Setting } from "./setting";

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

import { type Mfa, mfaChoices } from "../components/newUserPool";
import { refuseForExistingPool } from "./ownPoolOnly";
import type { Setting } from "./setting";

/** Checks the second factor, which only a pool of the stack's own gets from this program. */
export function checkMfa(setting: Setting, existingUserPoolId: Setting): Mfa {
    const mfa = setting.oneOf(mfaChoices);
    if (mfa !== "none") refuseForExistingPool(setting, existingUserPoolId, "second factor");
    return mfa;
}

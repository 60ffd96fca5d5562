import { type Mfa, mfaChoices } from "../components/newUserPool";
import type { Setting } from "./setting";

/** Checks the second factor, which only a pool of the stack's own gets from this program. */
export function checkMfa(setting: Setting, existingUserPoolId: Setting): Mfa {
    const mfa = setting.oneOf(mfaChoices);
    if (mfa !== "none" && (existingUserPoolId.value ?? "") !== "") {
        setting.refuse(
            "is for a pool of the stack's own. The user pool in existingUserPoolId keeps the second " +
                "factor that its team sets in it",
            "remove",
        );
    }
    return mfa;
}

import { refuseForExistingPool } from "./ownPoolOnly";
import type { Setting } from "./setting";

/** Checks the log of mails that Cognito could not send: a pool has one such log at most. */
export function checkMailFailureLog(setting: Setting, existingUserPoolId: Setting): boolean {
    const isLogged = setting.boolean();
    if (isLogged) refuseForExistingPool(setting, existingUserPoolId, "log");
    return isLogged;
}

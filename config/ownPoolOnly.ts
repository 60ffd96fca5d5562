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

import { isUserPoolId, regionOf } from "../../components/arn";
import { reasonOf } from "../lookUp";
import { settingName } from "../refusal";
import type { StackState } from "../stackState";

/** Refuses a pool that could not be read, or something that belongs to it. */
export function lookUpRefusal(userPoolId: string, error: unknown): string {
    return (
        `${settingName("existingUserPoolId")} value '${userPoolId}' is not a user pool that can be read:` +
        ` ${reasonOf(error)}\n    Expected: the id of a user pool in this account and region, and the` +
        " rights that docs/adopting.md lists. Run: aws cognito-idp list-user-pools --max-results 60" +
        ` --region ${regionOf(userPoolId)}`
    );
}

/**
 * Refuses to change from one pool to another within a stack, which would take flexAI's users from it
 * and might delete their pool.
 *
 * @param userPoolId - What the stack's configuration names, empty for a pool of its own
 */
export function switchRefusals(userPoolId: string, { userPools }: StackState): string[] {
    const key = settingName("existingUserPoolId");
    return userPools.flatMap((name) => {
        if (name === userPoolId || (userPoolId === "" && !isUserPoolId(name))) return [];
        const subject = userPoolId === "" ? `${key} is missing` : `${key} value '${userPoolId}'`;
        return [
            isUserPoolId(name)
                ? `${subject}, but this stack has taken over the user pool ${name} and cannot change` +
                  ` to another. Run: pulumi config set existingUserPoolId ${name}\n` +
                  "    For another pool or a new one, make another stack. Run: pulumi stack init YOUR_STACK"
                : `${subject}, but this stack has a user pool of its own and cannot change to another.` +
                  " Run: pulumi config rm existingUserPoolId\n" +
                  "    To take over a pool, make another stack. Run: pulumi stack init YOUR_STACK",
        ];
    });
}

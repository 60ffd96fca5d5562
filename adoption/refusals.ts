import { isUserPoolId, regionOf } from "../config/userPoolId";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

const key = "'flexai-oidc:existingUserPoolId'";

/** Tells that the state could not be read, without which no switch of pools would be noticed. */
export function stateRefusal(error: unknown): string {
    return (
        `The state of this stack cannot be read: ${message(error)}\n` +
        "    Expected: that pulumi stack export works. Run it to see what is wrong."
    );
}

/** Tells that the pool or what belongs to it could not be read. */
export function lookUpRefusal(userPoolId: string, error: unknown): string {
    return (
        `${key} value '${userPoolId}' is no user pool that can be read: ${message(error)}\n` +
        "    Expected: the id of a user pool in this account and region, and the rights that" +
        " docs/adopting.md lists. Run: aws cognito-idp list-user-pools --max-results 60 --region " +
        regionOf(userPoolId)
    );
}

/**
 * Refuses to change from one pool to another within a stack, which would take flexAI's users from it
 * and might delete their pool.
 *
 * @param userPoolId - What the stack's configuration names, empty for a pool of its own
 */
export function switchRefusals(userPoolId: string, { userPools }: StackState): string[] {
    return userPools.flatMap((name) => {
        if (name === userPoolId || (userPoolId === "" && !isUserPoolId(name))) return [];
        const subject = userPoolId === "" ? `${key} is missing` : `${key} value '${userPoolId}'`;
        return [
            isUserPoolId(name)
                ? `${subject}, but this stack has taken over the user pool ${name}, and stays with it.` +
                  ` Run: pulumi config set existingUserPoolId ${name}\n` +
                  "    For another pool or a new one, make another stack: pulumi stack init NAME"
                : `${subject}, but this stack has a user pool of its own, which cannot be exchanged` +
                  " for another. Run: pulumi config rm existingUserPoolId\n" +
                  "    To take over a pool, make another stack: pulumi stack init NAME",
        ];
    });
}

/**
 * Tells what keeps a pool from being taken over.
 *
 * @param hasUsers - Whether the configuration holds people to create
 */
export function userPoolRefusals(
    pool: FoundUserPool,
    state: StackState,
    hasUsers: boolean,
): string[] {
    const refusals: string[] = [];
    const { preTokenGenerationArn: trigger, tier, email, usernameAttributes } = pool;
    if (trigger !== "" && !state.functionArns.includes(trigger)) {
        refusals.push(
            `has a pre token generation trigger that is not this stack's, ${trigger}, and a pool has` +
                " room for one. Expected: none. See whether its work is still needed; if it is not, take" +
                " it off in the console: the pool, Authentication, Extensions, Delete Lambda trigger.",
        );
    }
    if (tier === "LITE") {
        refusals.push(
            "is on the plan LITE, which cannot put roles into access tokens. Expected: ESSENTIALS or" +
                " PLUS. Another plan costs money for each user who signs in, so it is yours to choose" +
                " in the console: the pool, Settings, Feature plan.",
        );
    }
    if (!email) {
        refusals.push(
            "has no attribute email, by which flexAI's users are reached. Expected: the standard" +
                " attribute email, which cannot be added later. Take over another pool, or let this" +
                " stack make one. Run: pulumi config rm existingUserPoolId",
        );
    } else if (!email.mutable) {
        refusals.push(
            "has an attribute email that nobody can ever change (immutable). Expected: a mutable one," +
                " which it cannot be made later. Take over another pool, or let this stack make one." +
                " Run: pulumi config rm existingUserPoolId",
        );
    }
    if (hasUsers && usernameAttributes.length > 0) {
        refusals.push(
            `takes ${usernameAttributes.join(" or ")} for the username, so the people in` +
                " 'flexai-oidc:users', whose usernames are no addresses, cannot be created there." +
                " Expected: no users. Create them in the console. Run: pulumi config rm users",
        );
    }
    return refusals.map((refusal) => `User pool ${pool.id} ${refusal}`);
}

function message(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

import type { ExistingUserPool } from "../components/existingUserPool";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/**
 * Decides what of a pool is taken over. What AWS shows is not always the team's: after the first
 * deployment it shows this stack's own domain and groups as well.
 */
export function adoption(
    { id, arn, domain, groups }: FoundUserPool,
    state: StackState,
    roles: readonly string[],
): ExistingUserPool {
    return {
        id,
        arn,
        // A domain of the stack's own stays, whatever came since: flexAI is configured with it.
        domain: state.hasDomain ? undefined : domain,
        groupsToImport: roles.filter(
            (role) => groups.includes(role) && !state.groups.includes(role),
        ),
    };
}

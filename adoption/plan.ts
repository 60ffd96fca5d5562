import type { ExistingUserPool } from "../components/existingUserPool";
import type { FoundUserPool } from "./foundUserPool";
import type { StackState } from "./stackState";

/** What the stack's configuration says about the pool. */
export interface AdoptionSettings {
    readonly roles: readonly string[];
    readonly identityProviders: readonly string[];
}

/**
 * Decides what of a pool is taken over. AWS also lists what an earlier deployment of this stack
 * created: its domain and its groups.
 *
 * @param mappedAttributes - Attributes that the identity providers set
 */
export function adoption(
    { id, arn, domain, groups, attributes }: FoundUserPool,
    state: StackState,
    { roles, identityProviders }: AdoptionSettings,
    mappedAttributes: readonly string[],
): ExistingUserPool {
    const required = attributes.filter((one) => one.required && one.mutable);
    return {
        id,
        arn,
        // A domain of the stack's own stays, whatever came since: flexAI is configured with it.
        domain: state.hasDomain ? undefined : domain,
        groupsToImport: roles.filter(
            (role) => groups.some(({ name }) => name === role) && !state.groups.includes(role),
        ),
        identityProviders,
        writableAttributes: [
            ...new Set([...required.map(({ name }) => name), ...mappedAttributes]),
        ],
    };
}

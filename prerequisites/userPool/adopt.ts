import type { ExistingUserPool } from "../../components/existingUserPool";
import { warn } from "../../config/problems";
import type { StackConfig } from "../../config/stackConfig";
import { refusal } from "../refusal";
import type { StackState } from "../stackState";
import { classicPageRefusals, customDomainRefusals } from "./domainRefusals";
import { foundUserPool, type FoundUserPool } from "./foundUserPool";
import { findIdentityProviders } from "./identityProviders";
import { lookUpUserPool } from "./lookUps";
import { lookUpRefusal, switchRefusals } from "./stateRefusals";
import { userPoolRefusals } from "./userPoolRefusals";
import { userPoolWarnings } from "./warnings";

/**
 * Looks up the user pool to take over, if the configuration names one, and decides what of it is taken
 * over. Nothing is registered before this is done.
 *
 * @throws {pulumi.RunError} Naming every reason why the pool cannot be taken over
 */
export async function adoptUserPool(
    config: StackConfig,
    state: StackState,
): Promise<ExistingUserPool | undefined> {
    const {
        existingUserPoolId: id,
        roles,
        defaultRoles,
        users,
        identityProviders,
        domain,
    } = config;
    const refusals = switchRefusals(id, state);
    if (id === "") {
        if (refusals.length > 0) throw refusal(id, refusals);
        return undefined;
    }

    const lookUps = await lookUpUserPool(id, state.customDomains).catch((error: unknown) => {
        throw refusal(id, [...refusals, lookUpRefusal(id, error)]);
    });
    const pool = foundUserPool(id, lookUps);
    const providers = await findIdentityProviders(id, identityProviders);
    refusals.push(
        ...userPoolRefusals(pool, state, users.length > 0),
        ...classicPageRefusals(pool, state, config),
        ...(domain ? customDomainRefusals(pool, state) : []),
        ...providers.refusals,
    );
    if (refusals.length > 0) throw refusal(id, refusals);
    for (const warning of userPoolWarnings(pool, state, roles, defaultRoles)) {
        warn(warning);
    }
    return adoption(pool, state, config, providers.mappedAttributes);
}

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
    const required = attributes.filter((attribute) => attribute.required && attribute.mutable);
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

import * as pulumi from "@pulumi/pulumi";

import type { ExistingUserPool } from "../components/existingUserPool";
import type { StackConfig } from "../config/stackConfig";
import { classicPageRefusals } from "./classicPageRefusals";
import { customDomainRefusals } from "./customDomainRefusals";
import { foundUserPool } from "./foundUserPool";
import { findIdentityProviders } from "./identityProviders";
import { lookUpUserPool } from "./lookUps";
import { adoption } from "./plan";
import { refusal } from "./refusal";
import type { StackState } from "./stackState";
import { lookUpRefusal } from "./switchRefusals";
import { userPoolRefusals } from "./userPoolRefusals";
import { userPoolWarnings } from "./warnings";

/**
 * Looks up the user pool that the configuration names and decides what of it is taken over.
 *
 * @param stateRefusals - What the stack's state says against it
 * @throws {pulumi.RunError} Naming every reason why the pool cannot be taken over
 */
export async function takeOver(
    config: StackConfig,
    state: StackState,
    stateRefusals: readonly string[],
): Promise<ExistingUserPool> {
    const { existingUserPoolId: id, roles, defaultRoles, users, domain } = config;
    const lookUps = await lookUpUserPool(id, state.customDomains).catch((error: unknown) => {
        throw refusal(id, [...stateRefusals, lookUpRefusal(id, error)]);
    });
    const pool = foundUserPool(id, lookUps);
    const providers = await findIdentityProviders(id, config.identityProviders);
    const refusals = [
        ...stateRefusals,
        ...userPoolRefusals(pool, state, users.length > 0),
        ...classicPageRefusals(pool, state, config),
        ...(domain ? customDomainRefusals(pool, state) : []),
        ...providers.refusals,
    ];
    if (refusals.length > 0) throw refusal(id, refusals);
    for (const warning of userPoolWarnings(pool, state, roles, defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return adoption(pool, state, config, providers.mappedAttributes);
}

import * as pulumi from "@pulumi/pulumi";

import type { ExistingUserPool } from "../components/existingUserPool";
import type { StackConfig } from "../config/stackConfig";
import { classicPageRefusals } from "./classicPageRefusals";
import { customDomainRefusals } from "./customDomainRefusals";
import { foundUserPool } from "./foundUserPool";
import { findIdentityProviders } from "./identityProviders";
import { lookUpUserPool } from "./lookUps";
import { placeRefusals } from "./placeRefusals";
import { adoption } from "./plan";
import { refusal } from "./refusal";
import type { StackState } from "./stackState";
import { lookUpRefusal, switchRefusals } from "./switchRefusals";
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
    const refusals = [...placeRefusals(config, state), ...switchRefusals(id, state)];
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
        void pulumi.log.warn(warning);
    }
    return adoption(pool, state, config, providers.mappedAttributes);
}

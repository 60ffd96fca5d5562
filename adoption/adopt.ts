import * as pulumi from "@pulumi/pulumi";

import type { ExistingUserPool } from "../components/existingUserPool";
import type { StackConfig } from "../config/stackConfig";
import { foundUserPool } from "./foundUserPool";
import { findIdentityProviders } from "./identityProviders";
import { lookUpUserPool } from "./lookUps";
import { placeRefusals } from "./placeRefusals";
import { adoption } from "./plan";
import { readStackState } from "./stackState";
import { lookUpRefusal, stateRefusal, switchRefusals } from "./switchRefusals";
import { userPoolRefusals } from "./userPoolRefusals";
import { userPoolWarnings } from "./warnings";

/**
 * Looks up the user pool to take over, if the configuration names one, and decides what of it is taken
 * over. Nothing is registered before this is done.
 *
 * @throws {pulumi.RunError} Naming every reason why the pool cannot be taken over
 */
export async function adoptUserPool(config: StackConfig): Promise<ExistingUserPool | undefined> {
    const { existingUserPoolId: id, roles, defaultRoles, users, identityProviders } = config;
    const state = await readStackState().catch((error: unknown) => {
        throw refusal(id, [stateRefusal(error)]);
    });
    const refusals = [...placeRefusals(config, state), ...switchRefusals(id, state)];
    if (id === "") {
        if (refusals.length > 0) throw refusal(id, refusals);
        return undefined;
    }

    const lookUps = await lookUpUserPool(id).catch((error: unknown) => {
        throw refusal(id, [...refusals, lookUpRefusal(id, error)]);
    });
    const pool = foundUserPool(id, lookUps);
    const providers = await findIdentityProviders(id, identityProviders);
    refusals.push(...userPoolRefusals(pool, state, users.length > 0), ...providers.refusals);
    if (refusals.length > 0) throw refusal(id, refusals);
    for (const warning of userPoolWarnings(pool, state, roles, defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return adoption(pool, state, config, providers.mappedAttributes);
}

function refusal(userPoolId: string, reasons: readonly string[]): pulumi.RunError {
    const stack = pulumi.getStack();
    const error = new pulumi.RunError(
        (userPoolId === ""
            ? `Stack '${stack}' cannot be deployed; nothing was changed:\n`
            : `The user pool of stack '${stack}' cannot be taken over; nothing was changed:\n`) +
            reasons.map((reason) => `  - ${reason}`).join("\n"),
    );
    // Node.js 20 needs a minute to print a stack with frames of Pulumi's SDK.
    delete error.stack;
    return error;
}

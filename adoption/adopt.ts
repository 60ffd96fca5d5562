import * as pulumi from "@pulumi/pulumi";

import type { ExistingUserPool } from "../components/existingUserPool";
import type { StackConfig } from "../config/stackConfig";
import { findUserPool } from "./foundUserPool";
import { placeRefusals } from "./placeRefusals";
import { adoption } from "./plan";
import { lookUpRefusal, stateRefusal, switchRefusals, userPoolRefusals } from "./refusals";
import { readStackState } from "./stackState";
import { userPoolWarnings } from "./warnings";

/**
 * Looks up the user pool to take over, if the configuration names one, and decides what of it is taken
 * over. Nothing is registered before this is done.
 *
 * @throws {pulumi.RunError} Naming every reason why the pool cannot be taken over
 */
export async function adoptUserPool(config: StackConfig): Promise<ExistingUserPool | undefined> {
    const { existingUserPoolId, roles, defaultRoles, users } = config;
    const state = await readStackState().catch((error: unknown) => {
        throw refusal([stateRefusal(error)]);
    });
    const refusals = [
        ...placeRefusals(config, state),
        ...switchRefusals(existingUserPoolId, state),
    ];
    if (existingUserPoolId === "") {
        if (refusals.length > 0) throw refusal(refusals);
        return undefined;
    }

    const pool = await findUserPool(existingUserPoolId).catch((error: unknown) => {
        throw refusal([...refusals, lookUpRefusal(existingUserPoolId, error)]);
    });
    refusals.push(...userPoolRefusals(pool, state, users.length > 0));
    if (refusals.length > 0) throw refusal(refusals);
    for (const warning of userPoolWarnings(pool, state, defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return adoption(pool, state, roles);
}

function refusal(reasons: readonly string[]): pulumi.RunError {
    const error = new pulumi.RunError(
        `Nothing is touched, for the user pool of stack '${pulumi.getStack()}' is refused:\n` +
            reasons.map((reason) => `  - ${reason}`).join("\n"),
    );
    // Node.js takes a minute to print a stack that goes through Pulumi's SDK, as any after an await.
    delete error.stack;
    return error;
}

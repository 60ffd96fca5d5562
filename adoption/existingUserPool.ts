import * as pulumi from "@pulumi/pulumi";

import type { OpenIdProviderArgs } from "../components/openIdProvider";
import type { StackConfig } from "../config";
import { findUserPool } from "./foundUserPool";
import { adoption } from "./plan";
import { lookUpRefusal, stateRefusal, switchRefusals, userPoolRefusals } from "./refusals";
import { readStackState } from "./stackState";
import { userPoolWarnings } from "./warnings";

/**
 * Turns the configuration into the arguments of the component: the id of a user pool to take over
 * into what the component has to know about that pool. Nothing is registered before this is done.
 *
 * @throws {pulumi.RunError} Naming every reason why the pool cannot be taken over
 */
export async function withExistingUserPool(config: StackConfig): Promise<OpenIdProviderArgs> {
    const { existingUserPoolId, ...args } = config;
    const state = await readStackState().catch((error: unknown) => {
        throw refusal([stateRefusal(error)]);
    });
    const refusals = switchRefusals(existingUserPoolId, state);
    if (existingUserPoolId === "") {
        if (refusals.length > 0) throw refusal(refusals);
        return args;
    }

    const pool = await findUserPool(existingUserPoolId).catch((error: unknown) => {
        throw refusal([...refusals, lookUpRefusal(existingUserPoolId, error)]);
    });
    refusals.push(...userPoolRefusals(pool, state, args.users.length > 0));
    if (refusals.length > 0) throw refusal(refusals);
    for (const warning of userPoolWarnings(pool, state, args.defaultRoles)) {
        void pulumi.log.warn(warning);
    }
    return { ...args, existingUserPool: adoption(pool, state, args.roles) };
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

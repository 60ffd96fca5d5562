import { setTimeout } from "node:timers/promises";

import * as pulumi from "@pulumi/pulumi";

import { refusal } from "./refusal";
import { type ResourceOutputs, type StackState, stackState, stateToken } from "./stackState";
import { suggestAccount } from "./suggestAccount";
import { stateRefusal } from "./switchRefusals";

/**
 * Reads the state of the stack that is being deployed, as its last operation left it. To be called
 * before anything is registered: from then on Pulumi rewrites the state.
 *
 * @throws {pulumi.RunError} When the state cannot be read
 */
export async function readStackState(): Promise<StackState> {
    const resources = await readResources().catch((error: unknown) => {
        throw refusal("", [stateRefusal(error)]);
    });
    const state = stackState(resources);
    return { ...state, suggestedAccount: await suggestAccount(state.userPoolArns) };
}

/** Reads the outputs of every resource in the state. */
async function readResources(attempts = 5): Promise<ResourceOutputs> {
    // In full: a short name would be looked for in the user's default organization.
    const stackName = [pulumi.getOrganization(), pulumi.getProject(), pulumi.getStack()].join("/");
    try {
        const response = (await pulumi.runtime.invoke(stateToken, { stackName })) as {
            readonly outputs: ResourceOutputs;
        };
        return response.outputs;
    } catch (error) {
        // The engine saves the stack itself meanwhile, and a file is read empty while it is written.
        if (attempts === 1 || !String(error).includes("failed to load checkpoint")) throw error;
        await setTimeout(200);
        return readResources(attempts - 1);
    }
}

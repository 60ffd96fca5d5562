import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";

import type { PendingOutputs } from "../components/stackOutputs";
import type { StackState } from "./stackState";

/**
 * Logs what comes next after the first deployment of a stack, once flexAI's client is created.
 *
 * @returns The outputs
 */
export function withNextSteps(outputs: PendingOutputs, state: StackState): PendingOutputs {
    // Under mocks, as in `npm start`, nothing was deployed.
    const isMocked = pulumi.runtime.getMonitor() instanceof MockMonitor;
    const isFirst = state.deployedUserPoolId === "";
    if (isFirst && !isMocked && !pulumi.runtime.isDryRun()) {
        outputs.flexaiConfig.apply(() => pulumi.log.info(nextSteps(pulumi.getStack())));
    }
    return outputs;
}

/** What comes next after the first deployment of a stack. */
export function nextSteps(stack: string): string {
    return [
        `What comes next for stack '${stack}', once it is complete:`,
        "  1. flexAI's configuration file, which contains secrets:" +
            ` (umask 077 && pulumi stack output flexaiConfig --show-secrets --stack ${stack} > flexai-auth.conf)`,
        `  2. Check the deployment: npm run doctor -- --stack ${stack}`,
        `  3. Let people in: write them under users in Pulumi.${stack}.yaml, then pulumi up --stack ${stack}`,
    ].join("\n");
}

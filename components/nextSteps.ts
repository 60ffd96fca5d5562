import * as pulumi from "@pulumi/pulumi";

import type { AlarmSettings } from "./alarms";
import type { PendingOutputs } from "./stackOutputs";

/** What the stack was before this deployment. */
export interface EarlierDeployment {
    /** Whether the program runs under mocks, as in `npm start`, where nothing is deployed. */
    readonly isMocked: boolean;
    /** Id of the user pool that the stack's outputs name, empty before its first deployment. */
    readonly deployedUserPoolId: string;
    /** Addresses to which its alarms go. */
    readonly alarmEmails: readonly string[];
}

/**
 * Logs what comes next after the first deployment of a stack, once flexAI's client is created, and
 * after each of a new address for its alarms, once their topic is.
 *
 * @returns The outputs
 */
export function withNextSteps(
    outputs: PendingOutputs,
    { isMocked, deployedUserPoolId, alarmEmails }: EarlierDeployment,
    { alarmEmail }: Pick<AlarmSettings, "alarmEmail">,
): PendingOutputs {
    if (isMocked || pulumi.runtime.isDryRun()) return outputs;
    if (deployedUserPoolId === "") {
        outputs.flexaiConfig.apply(() => pulumi.log.info(nextSteps(pulumi.getStack())));
    }
    if (!alarmEmails.includes(alarmEmail)) {
        outputs.alarmTopicArn?.apply(() => pulumi.log.info(confirmation(alarmEmail)));
    }
    return outputs;
}

/** What the person has to do to whom the alarms go. */
export function confirmation(alarmEmail: string): string {
    return (
        `AWS now asks ${alarmEmail} by email to confirm the subscription to the alarms. No alarm` +
        " reaches anybody before that, and the link in the email works for two days only:" +
        " docs/protection-and-alarms.md"
    );
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

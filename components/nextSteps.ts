import * as pulumi from "@pulumi/pulumi";

import { laidOut, type Message } from "../commandLine/message";
import { configurationFileCommand } from "../commandLine/shell";
import type { AlarmSettings } from "./alarms";
import type { CompanyLoginSettings } from "./companyLogin";
import { companyLoginSteps, type EarlierCompanies } from "./companyLoginSteps";
import { runningStack, runningStackFile, stackCommand } from "./runningStack";
import type { PendingOutputs } from "./stackOutputs";

/** What the stack was before this deployment. */
export interface EarlierDeployment extends EarlierCompanies {
    /** Whether the program runs under mocks, as in `npm start`, where nothing is deployed. */
    readonly isMocked: boolean;
    /** Id of the user pool that the stack's outputs name, empty before its first deployment. */
    readonly deployedUserPoolId: string;
    /** Addresses to which its alarms go. */
    readonly alarmEmails: readonly string[];
}

/**
 * Logs what comes next: after the first deployment of a stack, once flexAI's client is created; after
 * that of a new address for its alarms, once their topic is; and of a company's login.
 *
 * @returns The outputs
 */
export function withNextSteps(
    outputs: PendingOutputs,
    earlier: EarlierDeployment,
    config: Pick<AlarmSettings, "alarmEmail"> & CompanyLoginSettings,
): PendingOutputs {
    const { isMocked, deployedUserPoolId, alarmEmails } = earlier;
    const { alarmEmail } = config;
    if (isMocked || pulumi.runtime.isDryRun()) return outputs;
    if (deployedUserPoolId === "") {
        outputs.flexaiConfig.apply(() => inform(nextSteps()));
    }
    if (!alarmEmails.includes(alarmEmail)) {
        outputs.alarmTopicArn?.apply(() => inform(confirmation(alarmEmail)));
    }
    // The file needs the client, which is updated after the provider is created.
    pulumi
        .all([outputs.companyLoginSetup, outputs.flexaiConfig])
        .apply(([setup]) =>
            Promise.all(
                companyLoginSteps(config, setup, earlier, deployedUserPoolId === "").map(inform),
            ),
        );
    return outputs;
}

/** What the person has to do to whom the alarms go. */
export function confirmation(alarmEmail: string): Message {
    return [
        `AWS now asks ${alarmEmail} by email to confirm the subscription to the alarms. No alarm` +
            " reaches anybody before that, and the link in the email works for two days only:" +
            " docs/protection-and-alarms.md",
    ];
}

/** What comes next after the first deployment of a stack. */
export function nextSteps(): Message {
    const stack = runningStack();
    return [
        `What comes next for stack '${stack}', once it is complete:`,
        `1. Let people in: write them under users in ${runningStackFile()}, then:`,
        stackCommand("up"),
        "2. See a sign-in work, before flexAI is touched:",
        { line: `npm run doctor -- --stack ${stack} --sign-in --role flexai-user` },
        "3. Write flexAI's configuration file, which contains secrets:",
        configurationFileCommand(stack),
    ];
}

function inform(message: Message): Promise<void> {
    return pulumi.log.info(laidOut(message));
}

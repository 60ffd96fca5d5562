import * as pulumi from "@pulumi/pulumi";

import { laidOut, type Message } from "../commandLine/message";
import { configurationFileCommand } from "../commandLine/shell";
import type { AlarmSettings } from "./alarms";
import type { CompanyLogin, CompanyLoginSettings, CompanyLoginSetup } from "./companyLogin";
import { runningStack, runningStackFile, stackCommand } from "./runningStack";
import type { PendingOutputs } from "./stackOutputs";

/** What the stack was before this deployment. */
export interface EarlierDeployment {
    /** Whether the program runs under mocks, as in `npm start`, where nothing is deployed. */
    readonly isMocked: boolean;
    /** Id of the user pool that the stack's outputs name, empty before its first deployment. */
    readonly deployedUserPoolId: string;
    /** Addresses to which its alarms go. */
    readonly alarmEmails: readonly string[];
    /** Names of its companies' identity providers. */
    readonly identityProviders: readonly string[];
}

/**
 * Logs what comes next: after the first deployment of a stack, once flexAI's client is created; after
 * that of a new address for its alarms, once their topic is; and of a company's login, until there is a
 * provider and once it is created.
 *
 * @returns The outputs
 */
export function withNextSteps(
    outputs: PendingOutputs,
    { isMocked, deployedUserPoolId, alarmEmails, identityProviders }: EarlierDeployment,
    { alarmEmail, companyLogin }: Pick<AlarmSettings, "alarmEmail"> & CompanyLoginSettings,
): PendingOutputs {
    if (isMocked || pulumi.runtime.isDryRun()) return outputs;
    if (deployedUserPoolId === "") {
        outputs.flexaiConfig.apply(() => inform(nextSteps()));
    }
    if (!alarmEmails.includes(alarmEmail)) {
        outputs.alarmTopicArn?.apply(() => inform(confirmation(alarmEmail)));
    }
    if (companyLogin && !companyLogin.provider) {
        outputs.companyLoginSetup?.apply((setup) => inform(registration(setup)));
    } else if (companyLogin && !identityProviders.includes(companyLogin.name)) {
        // The client is updated after the provider is created.
        outputs.clientId.apply(() => inform(admission(companyLogin)));
    }
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
        "1. Write flexAI's configuration file, which contains secrets:",
        configurationFileCommand(stack),
        "2. Check the deployment:",
        { line: `npm run doctor -- --stack ${stack}` },
        `3. Let people in: write them under users in ${runningStackFile()}, then:`,
        stackCommand("up"),
    ];
}

/** What to hand over to the company's administrator, and what to do with what comes back. */
export function registration({ name, oidcRedirectUri }: CompanyLoginSetup): Message {
    return [
        `Ask ${name}'s administrator to register flexAI as a web application with this redirect URI` +
            " (docs/company-login.md has the steps for each provider):",
        { line: oidcRedirectUri },
        "Back come issuer, client id and secret. Set them, with these in place of YOUR_ISSUER and YOUR" +
            " CLIENT ID (Pulumi asks for the secret):",
        stackCommand("config set", "--path", "companyLogin.issuer", "YOUR_ISSUER"),
        stackCommand("config set", "--path", "companyLogin.clientId", "YOUR CLIENT ID"),
        stackCommand("config set", "--secret", "companyLoginSecret"),
        stackCommand("up"),
    ];
}

/** What only the company can see to, once its people can sign in. */
export function admission({ name, only }: CompanyLogin): Message {
    return [
        `People of ${name} can sign in now, with the roles of their groups. Only the company can take` +
            " roles away: a person who is taken out of every group keeps the roles of the last sign-in," +
            ` because most providers then send no groups at all. Ask ${name}'s administrator to let in` +
            " nobody without one of your groups: docs/company-login.md#close-the-hole",
        ...(only
            ? [
                  "flexAI asks for the company's page by its configuration file. Write it again:",
                  configurationFileCommand(runningStack()),
              ]
            : []),
    ];
}

function inform(message: Message): Promise<void> {
    return pulumi.log.info(laidOut(message));
}

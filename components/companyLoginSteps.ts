import type { Message } from "../commandLine/message";
import { companyLoginCommands, configurationFileCommand } from "../commandLine/shell";
import type { CompanyLogin, CompanyLoginSettings, CompanyLoginSetup } from "./companyLogin";
import { runningStack, stackCommand } from "./runningStack";

/** How people of companies signed in before this deployment. */
export interface EarlierCompanies {
    /** Names of the stack's identity providers. */
    readonly identityProviders: readonly string[];
    /** Name of the one by which alone people sign in, empty while there is a form for passwords. */
    readonly onlyCompany: string;
}

/**
 * What comes next after the deployment of a company's login, a message each.
 *
 * @param setup - Output of that name, absent without a company's login
 * @param isFirst - Whether it is the stack's first deployment, after which flexAI's file is written anyway
 */
export function companyLoginSteps(
    { companyLogin }: CompanyLoginSettings,
    setup: CompanyLoginSetup | undefined,
    { identityProviders, onlyCompany }: EarlierCompanies,
    isFirst: boolean,
): Message[] {
    const only = companyLogin?.only ? companyLogin.name : "";
    return [
        ...(companyLogin && setup ? providerSteps(companyLogin, setup, identityProviders) : []),
        ...(only === onlyCompany || isFirst ? [] : [otherWayIn(only)]),
    ];
}

function providerSteps(
    { name, provider }: CompanyLogin,
    setup: CompanyLoginSetup,
    earlier: readonly string[],
): Message[] {
    if (provider) return earlier.includes(name) ? [] : [admission(name)];
    return [earlier.length > 0 ? departure(name) : registration(setup)];
}

/** What to hand over to the company's administrator, and what to do with what comes back. */
function registration({ name, oidcRedirectUri }: CompanyLoginSetup): Message {
    return [
        `Ask ${name}'s administrator to register flexAI as a web application with this redirect URI` +
            " (docs/company-login.md has the steps for each provider):",
        { line: oidcRedirectUri },
        "Back come issuer, client id and secret. Set them, with these in place of YOUR_ISSUER and YOUR" +
            " CLIENT ID (Pulumi asks for the secret):",
        ...companyLoginCommands(runningStack()),
    ];
}

/** How to see that its people can sign in, and what only the company can see to. */
function admission(name: string): Message {
    return [
        `Cognito has ${name}'s provider now. Sign in there from flexAI, in a private window, and check` +
            " the deployment:",
        { line: `npm run doctor -- --stack ${runningStack()}` },
        "Only the company can take roles away: with most providers, a person who is taken out of every" +
            " group keeps the roles of the last sign-in, because no groups are then sent at all:" +
            " docs/company-login.md#close-the-hole",
    ];
}

/** What is left without the provider. */
function departure(name: string): Message {
    return [
        `The button of ${name} is gone, and its groups count no more. Nobody was deleted. To remove the` +
            " rest of the setting too, run:",
        stackCommand("config rm", "companyLogin"),
        stackCommand("up"),
    ];
}

/** How flexAI's file follows who may sign in: at one company alone, or with the form for an empty name. */
function otherWayIn(company: string): Message {
    return [
        (company === ""
            ? "The sign-in page has its form for passwords again."
            : `People sign in at ${company} alone from now on, and nobody in 'users' can.`) +
            " flexAI leads to the right page by its configuration file. Write it again:",
        configurationFileCommand(runningStack()),
    ];
}

import {
    companyLoginCommands,
    configurationFileCommand,
    pulumiCommand,
    quoted,
} from "../commandLine/shell";
import { regionOf } from "../components/arn";
import type { StackOutputs } from "../components/stackOutputs";
import { isLoopback } from "./http";

/** Options of a command, by their names without hyphens. */
type CommandOptions = Readonly<Record<string, string>>;

/** Commands for one deployment, with its names in them. */
export interface Commands {
    /** Restores what was changed by hand, or reads the outputs of a new try-out. */
    readonly restore: readonly string[];
    /** Writes flexAI's configuration file again. */
    readonly configure: readonly string[];
    /** Shows which host name the stack is for. */
    readonly showHostname: readonly string[];
    /** Signs a user in and checks the tokens. */
    readonly signIn: readonly string[];
    /** Checks a user's ID token. */
    readonly checkToken: readonly string[];
    /** Show what the trigger wrote into its log. */
    readonly showTriggerLog: readonly string[];
    /** Runs an operation on the user pool. */
    readonly onUserPool: (operation: string, options: CommandOptions) => readonly string[];
    /** Complete a company's login with what its administrator sends back. */
    readonly completeCompanyLogin: readonly string[];
    /** Runs a command of Pulumi, such as `config set`, on the stack. */
    readonly onStack: (words: string, ...args: readonly string[]) => readonly string[];
}

/** Where the outputs came from. */
export interface Source {
    readonly stack?: string | undefined;
    /** File with the outputs; by default `outputs.json`. */
    readonly file?: string;
}

/** What of the outputs the commands are about. */
interface CommandOutputs extends Pick<StackOutputs, "issuer" | "userPoolId"> {
    readonly identityProvider?: string;
}

/** Builds the commands; those that need a stack or AWS are left out for a try-out. */
export function commandsFor(
    { issuer, userPoolId, identityProvider }: CommandOutputs,
    { stack, file = "outputs.json" }: Source,
): Commands {
    if (stack === undefined && isLoopback(new URL(issuer))) {
        const restart = [
            "# End npm start by Ctrl-C, start it so, and leave it running:",
            `(umask 077 && npm -s start -- --json > ${quoted(file)})`,
        ];
        return {
            restore: restart,
            configure: restart,
            showHostname: restart,
            signIn: [],
            checkToken: [`npm run doctor -- --outputs ${quoted(file)} --id-token -`],
            showTriggerLog: [],
            onUserPool: () => [],
            completeCompanyLogin: [],
            onStack: () => [],
        };
    }
    const name = stack ?? "YOUR_STACK";
    const region = regionOf(userPoolId);
    const outputs = stack === undefined ? `--outputs ${quoted(file)}` : `--stack ${stack}`;
    const doctor = (options: string) => [`npm run doctor -- ${outputs} ${options}`];
    // A user of the pool cannot sign in where a company's login is the only way in.
    const signIn = identityProvider === undefined ? doctor("--sign-in --role flexai-user") : [];
    return {
        restore: [pulumiCommand(name, "up --refresh").line],
        configure: [configurationFileCommand(name).line],
        showHostname: [pulumiCommand(name, "config get hostname").line],
        signIn,
        checkToken: signIn.length > 0 ? signIn : doctor("--id-token -"),
        showTriggerLog: [
            awsCommand("logs describe-log-groups", region, {
                "log-group-name-prefix": "cognito-custom-roles-oidc-flexai",
            }),
            awsCommand("logs tail YOUR_LOG_GROUP", region),
        ],
        onUserPool: (operation, options) => [userPoolCommand(userPoolId, operation, options)],
        completeCompanyLogin: companyLoginCommands(name).map(({ line }) => line),
        onStack: (words, ...args) => [pulumiCommand(name, words, ...args).line],
    };
}

/** Writes the command that runs an operation on a user pool. */
export function userPoolCommand(
    userPoolId: string,
    operation: string,
    options: CommandOptions = {},
): string {
    return awsCommand(`cognito-idp ${operation}`, regionOf(userPoolId), {
        "user-pool-id": userPoolId,
        ...options,
    });
}

/** Writes a command of AWS's CLI, such as `sesv2 get-account`. */
export function awsCommand(command: string, region: string, options: CommandOptions = {}): string {
    const words = Object.entries({ region, ...options }).map(
        ([name, value]) => `--${name} ${quoted(value)}`,
    );
    return ["aws", command, ...words].join(" ");
}

import { quoted } from "../commandLine/quoted";
import { regionOf } from "../components/arn";
import type { StackOutputs } from "../components/stackOutputs";
import { isLoopback } from "./http";

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
    /** Runs an operation on the user pool, by `aws`. */
    readonly aws: (operation: string, options: Readonly<Record<string, string>>) => string[];
}

/** Builds the commands; those that need a stack or AWS are left out for a try-out. */
export function commandsFor(
    { issuer, userPoolId }: Pick<StackOutputs, "issuer" | "userPoolId">,
    stack: string | undefined,
): Commands {
    if (stack === undefined && isLoopback(new URL(issuer))) {
        const restart = ["npm -s start -- --json > outputs.json"];
        return {
            restore: restart,
            configure: restart,
            showHostname: restart,
            signIn: [],
            aws: () => [],
        };
    }
    const option = `--stack ${stack ?? "YOUR_STACK"}`;
    const pool = { region: regionOf(userPoolId), "user-pool-id": userPoolId };
    return {
        restore: [`pulumi up --refresh ${option}`],
        configure: [
            `(umask 077 && pulumi stack output flexaiConfig --show-secrets ${option} > flexai-auth.conf)`,
        ],
        showHostname: [`pulumi config get hostname ${option}`],
        signIn: [`npm run doctor -- ${option} --sign-in --role flexai-user`],
        aws: (operation, options) => {
            const words = Object.entries({ ...pool, ...options }).map(
                ([name, value]) => `--${name} ${quoted(value)}`,
            );
            return [`aws cognito-idp ${operation} ${words.join(" ")}`];
        },
    };
}

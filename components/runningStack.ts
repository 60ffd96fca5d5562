import * as pulumi from "@pulumi/pulumi";

import type { Line } from "../commandLine/message";
import { pulumiCommand } from "../commandLine/shell";

/** Pulumi's own name where there are no organizations. */
const noOrganization = "organization";

/** The stack that runs, as `--stack` accepts it whatever organization is the user's default. */
export function runningStack(): string {
    const organization = pulumi.getOrganization();
    const stack = pulumi.getStack();
    return organization === noOrganization ? stack : `${organization}/${stack}`;
}

/** Name of the file with the settings of the stack that runs. */
export function runningStackFile(): string {
    return `Pulumi.${pulumi.getStack()}.yaml`;
}

/** Writes a command of Pulumi's CLI for the stack that runs, as `pulumiCommand` does. */
export function stackCommand(words: string, ...args: readonly string[]): Line {
    return pulumiCommand(runningStack(), words, ...args);
}

/** Writes the command that makes another stack; it refuses the name until it is replaced. */
export function newStackCommand(): Line {
    return { line: "pulumi stack init 'NAME OF THE STACK'" };
}

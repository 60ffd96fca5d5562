import { type Deployed, loadConfig, type StackConfig } from "../../config/stackConfig";
import { run, type Overrides } from "./program";

const heading = "The configuration of stack 'prod' is refused:\n  - ";

/** The checked configuration with these overrides. */
export async function accepted(overrides: Overrides = {}): Promise<StackConfig> {
    const { outputs, error } = await run(() => loadConfig(), "prod", overrides);
    if (error instanceof Error) throw error;
    return outputs as unknown as StackConfig;
}

/** The problems that the one error names, each a sentence and a command; none if there is no error. */
export async function problems(overrides: Overrides): Promise<string[]> {
    const { error } = await run(() => loadConfig(), "prod", overrides);
    if (error === undefined) return [];
    const { message } = error as Error;
    if (!message.startsWith(heading)) throw error as Error;
    return message.slice(heading.length).split("\n  - ");
}

/** The warnings with these overrides and what is deployed already, without what Pulumi puts before them on a console. */
export async function warnings(overrides: Overrides, deployed?: Deployed): Promise<string[]> {
    const { warnings: lines, error } = await run(() => loadConfig(deployed), "prod", overrides);
    if (error instanceof Error) throw error;
    return lines.map((line) => line.replace(/^warning: \[runtime\] /, ""));
}

/** What a message leads to: to set the value or, of several separated by spaces, one of them. */
export function toSet(setting: string, values: string): string {
    const commands = values
        .split(" ")
        .map((value) => `pulumi config set --stack prod ${setting} ${value}`);
    return `Run${commands.length > 1 ? " one of these" : ""}: ${commands.join(" ")}`;
}

import * as pulumi from "@pulumi/pulumi";

import { instruction, type Remedy, type SettingName } from "./instructions";

/** Everything that is wrong with a configuration, or valid but rarely intended. */
export class Problems {
    readonly #refusals: string[] = [];
    readonly #warnings: string[] = [];

    refuse(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#refusals.push(`${subject} ${problem}. ${instruction(place, remedy)}`);
    }

    warn(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#warnings.push(`${subject} ${problem}. ${instruction(place, remedy)}`);
    }

    /**
     * Logs the warnings.
     *
     * @throws {pulumi.RunError} Naming every refusal, if there is any
     */
    report(): void {
        if (this.#refusals.length > 0) {
            const error = new pulumi.RunError(
                `The configuration of stack '${pulumi.getStack()}' is refused:\n` +
                    this.#refusals.map((refusal) => `  - ${refusal}`).join("\n"),
            );
            // Node.js 20 needs up to a minute to print a stack with frames of Pulumi's SDK.
            delete error.stack;
            throw error;
        }
        for (const warning of this.#warnings) void pulumi.log.warn(warning);
    }
}

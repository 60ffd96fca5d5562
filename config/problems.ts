import * as pulumi from "@pulumi/pulumi";

import { laidOut, listed, type Message, prefixed } from "../commandLine/message";
import { instruction, type Remedy } from "./remedies";
import type { SettingName } from "./settingName";

/** Everything that is wrong with a configuration, or valid but rarely intended. */
export class Problems {
    readonly #refusals: Message[] = [];
    readonly #warnings: Message[] = [];

    refuse(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#refusals.push(message(subject, problem, remedy, place));
    }

    warn(subject: string, problem: string, remedy: Remedy, place: SettingName): void {
        this.#warnings.push(message(subject, problem, remedy, place));
    }

    /**
     * Logs the warnings.
     *
     * @throws {pulumi.RunError} Naming every refusal, if there is any
     */
    report(): void {
        if (this.#refusals.length > 0) {
            throw refusalOf(
                `The configuration of stack '${pulumi.getStack()}' is refused:`,
                this.#refusals,
            );
        }
        for (const warning of this.#warnings) warn(warning);
    }
}

function message(subject: string, problem: string, remedy: Remedy, place: SettingName): Message {
    return prefixed(`${subject} ${problem}.`, instruction(place, remedy));
}

/** Logs a warning. */
export function warn(message: Message): void {
    void pulumi.log.warn(laidOut(message));
}

/** The error that ends the program before anything is registered, with every reason. */
export function refusalOf(heading: string, reasons: readonly Message[]): pulumi.RunError {
    const error = new pulumi.RunError(listed(heading, reasons));
    // Node.js 20 needs up to a minute to print a stack with frames of Pulumi's SDK.
    delete error.stack;
    return error;
}

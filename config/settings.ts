import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { Setting } from "./setting";

/** The settings of a stack, read one by one, and everything that is wrong with them. */
export class Settings {
    readonly #problems: string[] = [];
    readonly #names: string[] = [];
    readonly #namespace: string;

    constructor(private readonly config: pulumi.Config) {
        this.#namespace = `${config.name}:`;
    }

    /** The region, which the AWS provider reads too. */
    region(): Setting {
        return new Setting("", "aws:region", aws.config.region, this.#problems);
    }

    /** A setting that is text. */
    text(name: string): Setting {
        this.#names.push(name);
        return new Setting(this.#namespace, name, this.config.get(name), this.#problems);
    }

    /** A setting that is not text; Pulumi hands it over as JSON. */
    json(name: string): Setting {
        return this.text(name).json();
    }

    /** Refuses every setting of the project that has not been read, such as a misspelt one. */
    refuseOthers(): void {
        for (const key of Object.keys(pulumi.runtime.allConfig())) {
            const name = key.slice(this.#namespace.length);
            if (!key.startsWith(this.#namespace) || this.#names.includes(name)) continue;
            // Its value may be a secret, so it is not shown.
            new Setting(this.#namespace, name, undefined, this.#problems).refuseAltogether(
                `is no setting of this project, which are ${this.#names.join(", ")}`,
            );
        }
    }

    /** @throws {pulumi.RunError} Naming every problem, if there is any */
    throwProblems(): void {
        if (this.#problems.length === 0) return;
        throw new pulumi.RunError(
            `The configuration of stack '${pulumi.getStack()}' is refused:\n` +
                this.#problems.map((problem) => `  - ${problem}`).join("\n"),
        );
    }
}

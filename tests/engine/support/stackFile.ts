import { readFileSync, writeFileSync } from "node:fs";

import { dump, load } from "js-yaml";

import type { Overrides } from "../../support/program";

/** A stack file, whose settings are changed as by an editor. */
export class StackFile {
    private readonly initially: string;

    constructor(
        private readonly path: string,
        settings: Overrides,
    ) {
        this.set(settings);
        this.initially = readFileSync(path, "utf8");
    }

    /** The settings by their full names. */
    settings(): Overrides {
        return (load(readFileSync(this.path, "utf8")) as { config: Overrides }).config;
    }

    /** Sets settings; `undefined` removes one. */
    set(settings: Overrides): void {
        const file = load(readFileSync(this.path, "utf8")) as { config: Overrides };
        const config = { ...withNamespace(file.config), ...withNamespace(settings) };
        writeFileSync(this.path, dump({ ...file, config }, { skipInvalid: true }));
    }

    /** Takes back every change since the beginning. */
    reset(): void {
        writeFileSync(this.path, this.initially);
    }
}

/** Full names, where those of the project may leave its name out. */
export function withNamespace(settings: Overrides): Overrides {
    return Object.fromEntries(
        Object.entries(settings).map(([key, value]) => [
            key.includes(":") ? key : `flexai-oidc:${key}`,
            value,
        ]),
    );
}

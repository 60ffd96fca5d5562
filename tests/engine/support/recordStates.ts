import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { version } from "../../../package.json";
import { EngineStack } from "./engineStack";
import { place } from "./existingPool";
import { accepted } from "./outcome";
import { recordedStacks, stateFile } from "./recordedStacks";

/** Records what this version leaves in each state, for `upgrade.test.ts` of the later ones. */
async function recordStates(): Promise<void> {
    for (const [name, { stack: stackName, settings, pool }] of Object.entries(recordedStacks)) {
        const stack = await EngineStack.create(stackName);
        try {
            if (pool) place(stack.aws.store, pool);
            stack.configure(settings);
            await accepted(stack.up());
            const file = stateFile(version, name);
            mkdirSync(dirname(file), { recursive: true });
            // Without --show-secrets: secrets stay encrypted by the tests' passphrase.
            await stack.run(`pulumi stack export --file '${file}'`);
            writeFileSync(file, withoutSources(readFileSync(file, "utf8")));
        } finally {
            stack.dispose();
        }
    }
}

const leftOut = ["sourcePosition", "stackTrace", "created", "modified"];

/** Leaves out when, and where in the program, each resource was registered: paths of this machine. */
function withoutSources(state: string): string {
    const kept: unknown = JSON.parse(state, (key, value: unknown) =>
        leftOut.includes(key) ? undefined : value,
    );
    return `${JSON.stringify(kept, undefined, 1)}\n`;
}

void recordStates();

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import type { AwsStore } from "../provider/awsStore";
import { type Properties, signatureKey } from "../provider/wire";
import { EngineStack } from "./engineStack";
import { place } from "./existingPool";
import { type RecordedStack, stateFile } from "./recordedStacks";

interface StateResource {
    readonly type: string;
    readonly custom: boolean;
    readonly id: string;
    readonly inputs: Properties;
    readonly outputs: Properties;
}

/** Restores a stack as a version left it: its state in Pulumi, and in AWS what the state describes. */
export async function restore(
    version: string,
    name: string,
    { stack: stackName, settings, pool }: RecordedStack,
): Promise<EngineStack> {
    const stack = await EngineStack.create(stackName);
    stack.configure(settings);
    await stack.run(`pulumi stack import --file '${stateFile(version, name)}'`);
    const inClear = join(stack.folder, "in-clear.json");
    await stack.run(`pulumi stack export --show-secrets --file '${inClear}'`);
    if (pool) place(stack.aws.store, pool);
    fill(stack.aws.store, readFileSync(inClear, "utf8"));
    rmSync(inClear);
    return stack;
}

function fill(store: AwsStore, state: string): void {
    const { deployment } = JSON.parse(state, readSecret) as {
        deployment: { resources: StateResource[] };
    };
    for (const { type, custom, id, inputs, outputs } of deployment.resources) {
        if (!custom || type.startsWith("pulumi:")) continue;
        const computed = Object.entries(outputs).filter(([key]) => !(key in inputs));
        if (store.find(type, id)) store.update(type, id, inputs);
        else store.create({ type, id, inputs, outputs: Object.fromEntries(computed) });
    }
}

/** Reads a secret of an exported state, whose value is JSON of its own. */
function readSecret(_key: string, value: unknown): unknown {
    const { plaintext, [signatureKey]: signature } = Object(value) as Properties;
    return signature !== undefined && typeof plaintext === "string" ? JSON.parse(plaintext) : value;
}

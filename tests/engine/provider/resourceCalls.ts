import { awsValues } from "../../../local/program/awsValues";
import { physicalName } from "./autoNames";
import type { AwsStore } from "./awsStore";
import { lookUp } from "./lookUps";
import type { HeldResource, State } from "./resource";
import { keepsRefusedInputs, UpdateFailure, unread } from "./updateFailure";
import { requestFailure, shown } from "./userPoolShape";
import type { Properties } from "./wire";

/** A call that reached the made-up AWS. */
export interface Call {
    readonly operation: "create" | "update" | "delete" | "read";
    readonly type: string;
    readonly urn: string;
}

/** Returns what AWS refuses a call with, if it does. */
export type Failure = (
    type: string,
    name: string,
    operation: Call["operation"],
) => string | undefined;

/** A resource as the engine names it. */
export interface Named {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
}

/** Creates, reads, updates and deletes in a store what the engine asks for. */
export class ResourceCalls {
    /** Set by the provider's configuration. */
    region = "";

    constructor(
        private readonly store: AwsStore,
        private readonly calls: Call[],
        private readonly failure: Failure,
    ) {}

    create(resource: Named, inputs: Properties): State {
        this.record("create", resource);
        const { type, name } = resource;
        this.send("create", resource, inputs);
        const values = awsValues(type, physicalName(type, name, inputs), inputs, {
            region: this.region,
            accountId: "123456789012",
        });
        const held = { type, id: values.id, inputs: { ...inputs }, outputs: values.outputs };
        this.store.create(held);
        return stateOf(held);
    }

    /** @throws {UpdateFailure} When AWS refuses, and the provider keeps the new inputs all the same */
    update(resource: Named, id: string, inputs: Properties): State {
        this.record("update", resource);
        try {
            this.send("update", resource, inputs);
        } catch (error) {
            const held = this.store.find(resource.type, id);
            if (!held || !keepsRefusedInputs(resource.type)) throw error;
            throw new UpdateFailure(String(error), stateOf({ ...held, inputs: { ...inputs } }));
        }
        return stateOf(this.store.update(resource.type, id, inputs));
    }

    delete(resource: Named, id: string): void {
        this.record("delete", resource);
        this.store.delete(resource.type, id);
    }

    /**
     * Reads what AWS holds: for a refresh that part of the inputs which the program sets, for an
     * import, which has no inputs yet, all of them. What AWS does not return stays as it was.
     */
    read(resource: Named, id: string, inputs: Properties, olds: Properties): State | undefined {
        this.record("read", resource);
        const held = this.store.find(resource.type, id);
        if (!held) return undefined;
        const state = stateOf(held);
        const known = Object.keys(inputs);
        if (known.length === 0) return state;
        const kept = Object.entries(state.inputs).filter(([key]) => known.includes(key));
        return {
            id,
            inputs: { ...Object.fromEntries(kept), ...unread(inputs) },
            state: { ...state.state, ...unread(olds) },
        };
    }

    /** Responds to a look-up, which changes nothing. */
    lookUp(token: string, args: Properties): Properties {
        return lookUp(this.store, token, args);
    }

    private send(operation: Call["operation"], { type, name }: Named, inputs: Properties): void {
        const failure = requestFailure(type, inputs) ?? this.failure(type, name, operation);
        if (failure !== undefined) throw new Error(failure);
    }

    private record(operation: Call["operation"], { type, urn }: Named): void {
        this.calls.push({ operation, type, urn });
    }
}

function stateOf({ type, id, inputs: held, outputs }: HeldResource): State {
    const inputs = shown(type, held);
    return { id, inputs, state: { ...inputs, ...outputs, id } };
}

import type { Properties } from "./wire";

/** A resource that the made-up AWS holds. */
export interface HeldResource {
    readonly type: string;
    readonly id: string;
    /** What can be set, which tests may change as a colleague with the console would. */
    inputs: Record<string, unknown>;
    /** What AWS computes besides. */
    readonly outputs: Properties;
}

/** A resource as the provider returns it to the engine. */
export interface State {
    readonly id: string;
    readonly inputs: Properties;
    readonly state: Properties;
}

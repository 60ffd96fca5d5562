import * as pulumi from "@pulumi/pulumi";

type Values = Readonly<Record<string, unknown>>;

/** What the program asks Pulumi's engine for, with the options that mocks do not receive. */
export interface Registration {
    readonly type: string;
    readonly name: string;
    /** Type and name of the parent, such as `pulumi:pulumi:Stack::flexai-oidc-prod`. */
    readonly parent: string;
    /** As sent, secrets marked. */
    readonly inputs: Values;
    /** Id in AWS of what is taken over, empty for what is created. */
    readonly importId: string;
    readonly protect: boolean;
    readonly retainOnDelete: boolean;
    readonly deleteBeforeReplace: boolean;
    readonly ignoreChanges: readonly string[];
    /** Type and name of the resource whose deletion deletes this one too. */
    readonly deletedWith: string;
    /** Types and names. */
    readonly dependencies: readonly string[];
}

interface Request {
    getType(): string;
    getName(): string;
    getParent(): string;
    getObject(): { toJavaScript(): Values } | undefined;
    getImportid(): string;
    getProtect(): boolean;
    getRetainondelete(): boolean;
    getDeletebeforereplace(): boolean;
    getIgnorechangesList(): string[];
    getDeletedwith(): string;
    getDependenciesList(): string[];
}

interface Monitor {
    registerResource(request: Request, callback: unknown): Promise<void>;
}

/** Keeps each registration from here to the end of the program, in the order in which they come. */
export function observeRegistrations(registrations: Registration[]): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
        registrations.push({
            type: request.getType(),
            name: request.getName(),
            parent: typeAndName(request.getParent()),
            inputs: request.getObject()?.toJavaScript() ?? {},
            importId: request.getImportid(),
            protect: request.getProtect(),
            retainOnDelete: request.getRetainondelete(),
            deleteBeforeReplace: request.getDeletebeforereplace(),
            ignoreChanges: request.getIgnorechangesList(),
            deletedWith: typeAndName(request.getDeletedwith()),
            dependencies: request.getDependenciesList().map(typeAndName).sort(),
        });
        return register(request, callback);
    };
}

/** What each component, and the stack, registered as its outputs, by type and name; secrets marked. */
export function registeredOutputs(): Map<string, Values> {
    const { resources } = pulumi.runtime.getMonitor() as unknown as {
        resources: Map<string, { state: Values | { toJavaScript(): Values } }>;
    };
    const outputs = new Map<string, Values>();
    for (const [urn, { state }] of resources) {
        // Only what goes through registerOutputs arrives as a message of the protocol.
        if (typeof state.toJavaScript === "function") {
            outputs.set(typeAndName(urn), (state.toJavaScript as () => Values)());
        }
    }
    return outputs;
}

/** `urn:pulumi:STACK::PROJECT::PARENTTYPE$TYPE::NAME` without what all of a stack share. */
function typeAndName(urn: string): string {
    return urn.replace(/^urn:pulumi:[^:]*::[^:]*::(.*\$)?/, "");
}

import {
    checkCreation,
    checkDeletion,
    goesWith,
    isIdempotent,
    outlivesDeletion,
    replacesOther,
} from "./awsRules";
import type { HeldResource } from "./resource";
import { checkUpdate } from "./updateRules";
import type { Properties } from "./wire";

/** What the made-up AWS holds: Pulumi's state can differ from it. */
export class AwsStore {
    private readonly held = new Map<string, HeldResource>();

    /** Empties it, as it looks with the credentials of another account. */
    clear(): void {
        this.held.clear();
    }

    /** Deletes what AWS deletes by itself after a while. */
    expire(type: string, id: string): void {
        this.held.delete(key(type, id));
    }

    /** All resources, or those of a type by its last part, such as `UserPool`. */
    all(kind?: string): HeldResource[] {
        return [...this.held.values()].filter(
            ({ type }) => kind === undefined || type.endsWith(`:${kind}`),
        );
    }

    /** @throws {Error} Unless there is exactly one resource of that kind and with those inputs */
    only(kind: string, inputs: Properties = {}): HeldResource {
        const found = this.all(kind).filter((resource) =>
            Object.entries(inputs).every(([key, value]) => resource.inputs[key] === value),
        );
        const [resource] = found;
        if (!resource || found.length > 1) {
            throw new Error(`There are ${String(found.length)} resources of kind ${kind}.`);
        }
        return resource;
    }

    /** The resource of that id, if AWS has it. */
    find(type: string, id: string): HeldResource | undefined {
        return this.held.get(key(type, id));
    }

    /** Puts a resource in: what a test finds there already, too. */
    create(resource: HeldResource): void {
        const { type, id } = resource;
        if (this.held.has(key(type, id)) && !replacesOther(type)) {
            if (isIdempotent(type)) return;
            throw new Error(`AlreadyExistsException: '${id}' of type ${type} is there already.`);
        }
        checkCreation(resource, this.all());
        this.held.set(key(type, id), resource);
    }

    /** Changes what can be set. */
    update(type: string, id: string, inputs: Properties): HeldResource {
        const resource = this.find(type, id);
        if (!resource) throw new Error(`ResourceNotFoundException: '${id}' of type ${type}.`);
        checkUpdate(resource, inputs, this.all());
        resource.inputs = { ...inputs };
        return resource;
    }

    /** Deletes a resource, together with what AWS deletes along with it. */
    delete(type: string, id: string): void {
        const resource = this.find(type, id);
        if (!resource || outlivesDeletion(resource)) return;
        checkDeletion(resource, this.all());
        this.held.delete(key(type, id));
        for (const other of this.all().filter((candidate) => goesWith(candidate, resource))) {
            this.held.delete(key(other.type, other.id));
        }
    }
}

function key(type: string, id: string): string {
    return `${type} ${id}`;
}

import type { RegisteredResource } from "./evaluate";

/** Finds the registered resources of a type. */
export function ofType(
    resources: readonly RegisteredResource[],
    type: string,
): RegisteredResource[] {
    return resources.filter((resource) => resource.type === type);
}

/**
 * Finds the resource of a type.
 *
 * @throws {Error} When there is not exactly one
 */
export function theOnly(
    resources: readonly RegisteredResource[],
    type: string,
): RegisteredResource {
    const [resource, ...others] = ofType(resources, type);
    if (!resource || others.length > 0) {
        const count = String(resource ? others.length + 1 : 0);
        throw new Error(`The program registers ${count} of '${type}', where one is expected.`);
    }
    return resource;
}

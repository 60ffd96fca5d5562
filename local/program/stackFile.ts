import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { isObject, type JsonObject } from "../../commandLine/json";
import { readYaml } from "./yaml";

/** Folder of this project. */
export const projectFolder = join(__dirname, "..", "..");

/** Whether there is a stack of that name. */
export function stackExists(stack: string): boolean {
    return existsSync(join(projectFolder, stackFileName(stack)));
}

/**
 * Reads the settings in `Pulumi.<stack>.yaml`, by their names as written.
 *
 * @throws {Error} When there is no such file, or Pulumi's CLI would not read it
 */
export function readStackFile(stack: string, folder: string): JsonObject {
    const name = stackFileName(stack);
    return objectOf(readFile(name, folder).config, `config in ${name}`);
}

/**
 * Reads one of Pulumi's files.
 *
 * @throws {Error} When there is no such file, or Pulumi's CLI would not read it
 */
export function readFile(name: string, folder: string): JsonObject {
    return objectOf(parsed(readSource(name, folder), name), name);
}

/** Reads one of Pulumi's files as it is written. */
export function readSource(name: string, folder: string): string {
    return readFileSync(join(folder, name), "utf8");
}

function parsed(source: string, name: string): unknown {
    try {
        return readYaml(source);
    } catch (error) {
        throw new Error(`${name} is not valid YAML: ${(error as Error).message}`, { cause: error });
    }
}

function objectOf(value: unknown, subject: string): JsonObject {
    const object = value ?? {};
    if (!isObject(object)) throw new Error(`${subject} is not an object`);
    return object;
}

/** Name of the file with a stack's settings. */
export function stackFileName(stack: string): string {
    return `Pulumi.${stack}.yaml`;
}

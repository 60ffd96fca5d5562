import { readFileSync } from "node:fs";
import { join } from "node:path";

import { load } from "js-yaml";
import * as pulumi from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../commandLine/json";
import { runningStackFile } from "../components/runningStack";
import { projectFolder } from "./imageFile";
import type { Problems } from "./problems";

/**
 * Refuses a setting that stands twice in the stack's file, short and with the project's name: Pulumi
 * takes either of the two, by chance. Where the settings are from another file, it says nothing.
 *
 * @param folder - Where the stack's file is
 */
export function refuseRepeatedKeys(problems: Problems, folder: string): void {
    const file = runningStackFile();
    const source = read(join(folder, file));
    const settings = settingsIn(source);
    const project = pulumi.getProject();
    const repeated = Object.keys(settings).filter((key) => `${project}:${key}` in settings);
    if (repeated.length === 0 || !areInUse(settings, project, repeated)) return;
    for (const path of repeated) {
        const keys = [path, `${project}:${path}`];
        const places = keys.map((key) => `'${key}'${lineOf(source, key)}`);
        problems.refuse(
            `${places.join(" and ")} of ${file}`,
            "are one setting, and Pulumi takes either of them, by chance",
            { edit: "Delete one of the two" },
            { namespace: `${project}:`, path, nested: false },
        );
    }
}

/** Whether the stack's file has a setting, whose name is in full: the configuration has defaults besides. */
export function isInStackFile(name: string, folder = projectFolder): boolean {
    const settings = settingsIn(read(join(folder, runningStackFile())));
    const short = name.replace(`${pulumi.getProject()}:`, "");
    return [name, short].some((key) => Object.hasOwn(settings, key));
}

function read(path: string): string {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return "";
    }
}

function settingsIn(source: string): JsonObject {
    try {
        const file = load(source);
        return isObject(file) && isObject(file.config) ? file.config : {};
    } catch {
        // Pulumi's CLI has read the settings from another file, or this one in its own way.
        return {};
    }
}

/** Whether the file's other plain settings are those of the configuration, which `--config-file` may have replaced. */
function areInUse(settings: JsonObject, project: string, repeated: readonly string[]): boolean {
    const config = pulumi.runtime.allConfig();
    return Object.entries(settings).every(([key, value]) => {
        const name = key.includes(":") ? key : `${project}:${key}`;
        const isPlain = ["string", "number", "boolean"].includes(typeof value);
        const isRepeated = repeated.some((path) => name === `${project}:${path}`);
        return isRepeated ? name in config : !isPlain || config[name] === String(value);
    });
}

function lineOf(source: string, key: string): string {
    const start = new RegExp(`^\\s+["']?${key.replaceAll(".", "\\.")}["']?\\s*:`);
    const index = source.split("\n").findIndex((line) => start.test(line));
    return index < 0 ? "" : ` in line ${String(index + 1)}`;
}

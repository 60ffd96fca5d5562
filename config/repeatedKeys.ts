import { readFileSync } from "node:fs";
import { join } from "node:path";

import { load } from "js-yaml";
import * as pulumi from "@pulumi/pulumi";

import { isObject, type JsonObject } from "../commandLine/json";
import { runningStackFile } from "../components/runningStack";
import { projectFolder } from "./imageFile";
import type { Problems } from "./problems";

/** A setting that a stack's file has twice, short and with the project's name. */
export interface RepeatedKey {
    /** Short name of the setting. */
    readonly path: string;
    /** Both places, as the subject of a sentence. */
    readonly places: string;
    /** What to do about it, before the name of the file. */
    readonly edit: string;
}

/** What is wrong with such a setting, after its places. */
export const repeatedKeyProblem = "are one setting, and Pulumi takes either of them, by chance";

/** Finds the settings that are in the source of a stack's file twice. */
export function repeatedKeys(source: string, file: string, project: string): RepeatedKey[] {
    const settings = settingsIn(source);
    return Object.keys(settings)
        .filter((path) => `${project}:${path}` in settings)
        .map((path) => {
            const places = [path, `${project}:${path}`].map(
                (key) => `'${key}'${lineOf(source, key)}`,
            );
            const values = [settings[path], settings[`${project}:${path}`]];
            const edit = values.every(Array.isArray)
                ? "Move the entries of one below those of the other, and delete its line,"
                : "Delete one of the two";
            return { path, places: `${places.join(" and ")} of ${file}`, edit };
        });
}

/**
 * Refuses a setting that stands twice in the stack's file, short and with the project's name: Pulumi
 * takes either of the two, by chance; and one at the left margin, beside `config:`: Pulumi ignores it
 * there, and deletes it with the next `pulumi config set`. Where the settings are from another file, it
 * says nothing.
 *
 * @param names - Short names of this project's settings
 * @param folder - Where the stack's file is
 */
export function refuseMisplacedKeys(
    problems: Problems,
    names: ReadonlySet<string>,
    folder = projectFolder,
): void {
    const file = runningStackFile();
    const source = read(join(folder, file));
    const project = pulumi.getProject();
    const repeated = repeatedKeys(source, file, project);
    if (!areInUse(settingsIn(source), project, repeated)) return;
    for (const path of Object.keys(fileIn(source))) {
        if (!names.has(path.replace(`${project}:`, "")) && !path.startsWith("aws:")) continue;
        const subject = `'${path}'${lineOf(source, path)} of ${file}`;
        const problem = "is not below 'config:', where alone Pulumi reads it";
        const edit = "Put it below 'config:', with two more spaces before each of its lines,";
        problems.refuse(subject, problem, { edit }, { namespace: "", path, nested: false });
    }
    for (const { path, places, edit } of repeated) {
        const place = { namespace: `${project}:`, path, nested: false };
        problems.refuse(places, repeatedKeyProblem, { edit }, place);
    }
}

/** The settings in the stack's file, by their full names: the configuration has defaults besides. */
export function stackFileSettings(folder = projectFolder): ReadonlyMap<string, unknown> {
    const settings = settingsIn(read(join(folder, runningStackFile())));
    return new Map(
        Object.entries(settings).map(([key, value]) => [fullName(key, pulumi.getProject()), value]),
    );
}

function read(path: string): string {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return "";
    }
}

function settingsIn(source: string): JsonObject {
    const { config } = fileIn(source);
    return isObject(config) ? config : {};
}

function fileIn(source: string): JsonObject {
    try {
        const file = load(source);
        return isObject(file) ? file : {};
    } catch {
        // Pulumi's CLI has read the settings from another file, or this one in its own way.
        return {};
    }
}

/** Whether the file's other plain settings are those of the configuration, which `--config-file` may have replaced. */
function areInUse(
    settings: JsonObject,
    project: string,
    repeated: readonly RepeatedKey[],
): boolean {
    const config = pulumi.runtime.allConfig();
    return Object.entries(settings).every(([key, value]) => {
        const name = fullName(key, project);
        const isPlain = ["string", "number", "boolean"].includes(typeof value);
        const isRepeated = repeated.some(({ path }) => name === `${project}:${path}`);
        return isRepeated ? name in config : !isPlain || config[name] === String(value);
    });
}

function fullName(key: string, project: string): string {
    return key.includes(":") ? key : `${project}:${key}`;
}

function lineOf(source: string, key: string): string {
    const start = new RegExp(`^\\s*["']?${key.replaceAll(".", "\\.")}["']?\\s*:`);
    const index = source.split("\n").findIndex((line) => start.test(line));
    return index < 0 ? "" : ` in line ${String(index + 1)}`;
}

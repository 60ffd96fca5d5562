import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { load } from "js-yaml";

import { isObject } from "../../commandLine/json";
import { sampleAccountId } from "./sampleValues";

/** A project's name and a stack's configuration, as Pulumi's CLI passes them to the program. */
export interface ProjectConfig {
    readonly project: string;
    /** Every setting by its full name, such as `flexai-oidc:roles`; lists and objects as JSON. */
    readonly config: Readonly<Record<string, string>>;
    /** Full names of the settings that are encrypted, for each of which there is a sample. */
    readonly secretKeys: readonly string[];
}

interface ProjectFile {
    readonly name: string;
    readonly config: Readonly<Record<string, { readonly default?: unknown }>>;
}

interface StackFile {
    readonly config?: Readonly<Record<string, unknown>>;
}

/**
 * Merges the defaults of `Pulumi.yaml`, the values of `Pulumi.<stack>.yaml` and `overrides`, which
 * Pulumi's CLI does for `pulumi up` and its mocks do not.
 *
 * @param overrides - Settings by their full names, or without the project's
 * @throws {Error} When there is no such stack file
 */
export function projectConfig(
    stack: string,
    overrides: Readonly<Record<string, unknown>> = {},
): ProjectConfig {
    const { name, config: declared } = read("Pulumi.yaml") as ProjectFile;
    const defaults = Object.entries(declared).map(([key, setting]): [string, unknown] => [
        `${name}:${key}`,
        setting.default,
    ]);
    const inFull = (settings: Readonly<Record<string, unknown>> = {}) =>
        Object.entries(settings).map(([key, value]): [string, unknown] => [
            key.includes(":") ? key : `${name}:${key}`,
            value,
        ]);
    const merged: Record<string, unknown> = {
        ...Object.fromEntries(defaults),
        ...Object.fromEntries(inFull((read(`Pulumi.${stack}.yaml`) as StackFile).config)),
        ...Object.fromEntries(inFull(overrides)),
    };
    const strings = Object.entries(merged).map(([key, value]): [string, string] => [
        key,
        isEncrypted(value) ? "sample" : typeof value === "string" ? value : JSON.stringify(value),
    ]);
    const secretKeys = Object.keys(merged).filter((key) => isEncrypted(merged[key]));
    return { project: name, config: Object.fromEntries(strings), secretKeys };
}

/** Whether a value is encrypted, which Pulumi's CLI alone can undo. */
function isEncrypted(value: unknown): boolean {
    return isObject(value) && Object.keys(value).join() === "secure";
}

/** Adds an account where there is none: that of the first ARN among the settings, or a sample. */
export function withAccount({ config, ...project }: ProjectConfig): ProjectConfig {
    const values = Object.values(config).join(" ");
    const id = /\barn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12}):/.exec(values)?.[1] ?? sampleAccountId;
    return { ...project, config: { "aws:allowedAccountIds": JSON.stringify([id]), ...config } };
}

/** Whether there is a stack of that name. */
export function stackExists(stack: string): boolean {
    return existsSync(pathOf(`Pulumi.${stack}.yaml`));
}

function read(file: string): unknown {
    return load(readFileSync(pathOf(file), "utf8"));
}

function pathOf(file: string): string {
    return join(__dirname, "..", "..", file);
}

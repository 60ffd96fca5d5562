import { fields } from "../../commandLine/json";
import { laidOut } from "../../commandLine/message";
import { repeatedKeyProblem, repeatedKeys } from "../../config/repeatedKeys";
import { withSamples } from "./samples";
import { sampleAccountId } from "./sampleValues";
import { projectFolder, readFile, readSource, readStackFile, stackFileName } from "./stackFile";

/** A project's name and a stack's configuration, as Pulumi's CLI passes them to the program. */
export interface ProjectConfig {
    readonly project: string;
    /** Every setting by its full name, such as `flexai-oidc:roles`; lists and objects as JSON. */
    readonly config: Readonly<Record<string, string>>;
    /** Places of what is encrypted, such as `flexai-oidc:users[0].email`; a sample or the default is there. */
    readonly encrypted: readonly string[];
}

/**
 * Merges the defaults of `Pulumi.yaml`, the values of `Pulumi.<stack>.yaml` and `overrides`, which
 * Pulumi's CLI does for `pulumi up` and its mocks do not.
 *
 * @param overrides - Settings by their full names, or without the project's
 * @param folder - Folder of those files, by default this project's
 * @throws {Error} When there is no such file, Pulumi's CLI would not read it, or a setting stands twice
 */
export function projectConfig(
    stack: string,
    overrides: Readonly<Record<string, unknown>> = {},
    folder = projectFolder,
): ProjectConfig {
    const { name, config: declared } = readFile("Pulumi.yaml", folder);
    const project = String(name);
    const inFull = (settings: Readonly<Record<string, unknown>>) =>
        Object.entries(settings).map(([key, value]) => [fullName(key, project), value] as const);
    const defaults = inFull(fields(declared)).map(
        ([key, declaration]) => [key, fields(declaration).default] as const,
    );
    refuseRepeatedKeys(stackFileName(stack), folder, project);
    const chosen = [...inFull(readStackFile(stack, folder)), ...inFull(overrides)];
    const { settings, encrypted } = withSamples(Object.fromEntries(chosen));
    const config = [...defaults, ...Object.entries(settings)]
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, asString(value)] as const);
    return { project, config: Object.fromEntries(config), encrypted };
}

function refuseRepeatedKeys(name: string, folder: string, project: string): void {
    const [first, ...others] = repeatedKeys(readSource(name, folder), name, project).map(
        ({ places, edit }) => `${places} ${repeatedKeyProblem}. ${edit} in ${name}`,
    );
    if (first !== undefined) throw new Error(laidOut([first, ...others]));
}

/** Pulumi also reads the form `project:config:key`, which it wrote before version 1. */
function fullName(key: string, project: string): string {
    if (!key.includes(":")) return `${project}:${key}`;
    return key.replace(/^([^:]*):config:([^:]*)$/, "$1:$2");
}

/** Adds what is required and not there: a host name, and the account of the first ARN among the settings, or a sample. */
export function withDefaults(
    { project, config, encrypted }: ProjectConfig,
    { hostname }: { readonly hostname: string },
): ProjectConfig {
    const values = Object.values(config).join(" ");
    const id = /\barn:aws[\w-]*:[\w-]+:[\w-]*:(\d{12}):/.exec(values)?.[1] ?? sampleAccountId;
    const name = fullName("hostname", project);
    const { "aws:allowedAccountIds": accounts = JSON.stringify([id]), [name]: own = "" } = config;
    // Pulumi.yaml has an empty host name as its default.
    const chosen = { "aws:allowedAccountIds": accounts, [name]: own === "" ? hostname : own };
    return { project, config: { ...config, ...chosen }, encrypted };
}

function asString(value: unknown): string {
    if (value === null) return "";
    return typeof value === "string" ? value : JSON.stringify(value);
}

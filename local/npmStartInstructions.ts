import { quoted } from "../commandLine/quoted";
import type { Instructions, SettingName } from "../config/problems";
import type { Options } from "./options";
import { projectConfig } from "./program/projectConfig";
import { readYaml } from "./program/yaml";

/** Makes the instructions for settings that come from `--config` or the stack's file. */
export function npmStartInstructions(
    options: Pick<Options, "stack" | "port" | "config">,
): Instructions {
    const { stack, port, config } = options;
    return (setting, remedy) => {
        const { path } = setting;
        const [whole = path] = setting.nested ? (/^[^[.]+/.exec(path) ?? []) : [path];
        const fullName = setting.namespace + whole;
        const given = givenName(config, setting.namespace, whole);
        const place = given === undefined ? `Pulumi.${stack}.yaml` : `--config ${given}`;
        if (remedy === "remove") {
            const isOption = given !== undefined && !setting.nested;
            return isOption ? `Remove ${place}` : `Remove '${path}' from ${place}`;
        }
        if (remedy === "enter") {
            return `Run: pulumi config set --stack ${stack} --secret ${whole}`;
        }
        if ("edit" in remedy) {
            return `${remedy.edit} in ${given === undefined ? place : "--config"}`;
        }
        const value = setting.nested
            ? listWith(setting, whole, remedy.set, projectConfig(stack, config).config[fullName])
            : String(remedy.set);
        if (value === undefined) return `Set '${path}' to ${asYaml(remedy.set)} in ${place}`;
        const key = given ?? whole;
        return `Run: ${commandOf({ stack, port, config }, { [key]: value })}`;
    };
}

/** The list with this entry replaced, or a new list if the value is not one; `undefined` for a list of objects. */
function listWith(
    { path }: SettingName,
    whole: string,
    entry: unknown,
    json = "",
): string | undefined {
    const [, index] = /^\[(\d+)\]$/.exec(path.slice(whole.length)) ?? [];
    const list = readYaml(json);
    const strings = Array.isArray(list) ? (list as unknown[]) : [];
    if (index === undefined || strings.some((value) => typeof value === "object")) return undefined;
    const at = Number(index);
    return JSON.stringify([...strings.slice(0, at), entry, ...strings.slice(at + 1)]);
}

/** Writes a value for a file of YAML or JSON: quoted if it would be read as a number or a comment. */
function asYaml(value: string | number | boolean): string {
    const isComment = String(value).startsWith("#");
    return !isComment && readYaml(String(value)) === value ? String(value) : JSON.stringify(value);
}

/**
 * Writes the command with these options and settings. It does not repeat the other settings that were
 * given, because a user's field may be a secret.
 */
export function commandOf(
    options: Partial<Options>,
    settings: Readonly<Record<string, string>> = {},
): string {
    const { stack = "dev", port, config = {}, json = false, outputs = false } = options;
    const command = [
        json ? "npm -s start --" : "npm start --",
        ...(stack === "dev" ? [] : [`--stack ${stack}`]),
        ...(port === undefined ? [] : [`--port ${String(port)}`]),
        ...Object.entries(settings).map(([key, value]) => `--config ${quoted(`${key}=${value}`)}`),
        ...(outputs ? ["--outputs"] : []),
        ...(json ? ["--json"] : []),
    ].join(" ");
    const isComplete = Object.keys(config).every((key) => Object.hasOwn(settings, key));
    return isComplete ? command : `${command} (and your other --config options)`;
}

/** The name under which a setting was given, without the project's namespace or in full. */
export function givenName(
    config: Options["config"],
    namespace: string,
    name: string,
): string | undefined {
    return [name, namespace + name].find((key) => Object.hasOwn(config, key));
}

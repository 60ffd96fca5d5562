import type { Line } from "../commandLine/message";
import { pulumiCommand } from "../commandLine/shell";
import { type Instructions, listWith, toRun, valuesOf } from "../config/remedies";
import { asYaml, userRemedy } from "../config/userRemedy";
import type { Options } from "./options";
import { commandOf, otherOptions } from "./startCommand";
import { projectConfig } from "./program/projectConfig";
import { projectFolder, readStackFile } from "./program/stackFile";
import { readYaml } from "./program/yaml";

/** Makes the instructions for settings that come from `--config` or the stack's file. */
export function npmStartInstructions(
    options: Pick<Options, "stack" | "port" | "config"> & Partial<Pick<Options, "company">>,
): Instructions {
    const { stack, port, company, config } = options;
    return (setting, remedy) => {
        const { path } = setting;
        const [whole = path] = setting.nested ? (/^[^[.]+/.exec(path) ?? []) : [path];
        const fullName = setting.namespace + whole;
        const given = givenName(config, setting.namespace, whole);
        const place = given === undefined ? `Pulumi.${stack}.yaml` : `--config ${given}`;
        if (setting.user) return userRemedy(setting.user, remedy, place);
        if (remedy === "remove") {
            const isOption = given !== undefined && !setting.nested;
            return [isOption ? `Remove ${place}` : `Remove '${path}' from ${place}`];
        }
        const json = projectConfig(stack, config).config[fullName];
        if (remedy === "enter" && json) {
            // It is readable in the stack's file, and has to go from there.
            return ["Run:", pulumiCommand(stack, "config set", "--secret", whole)];
        }
        if (remedy !== "enter" && "edit" in remedy) {
            return [`${remedy.edit} in ${given === undefined ? place : "--config"}`];
        }
        if (remedy !== "enter" && given === undefined && isInFile(stack, [whole, fullName])) {
            const values = valuesOf(remedy).map(asYaml).join(" or ");
            return [`Set '${path}'${"placeholder" in remedy ? "" : ` to ${values}`} in ${place}`];
        }
        const key = given ?? whole;
        const commands: Line[] = [];
        const newValue = remedy === "enter" ? { placeholder: "SECRET" } : remedy;
        const list = setting.nested ? readYaml(json ?? "") : undefined;
        for (const value of valuesOf(newValue)) {
            const written = setting.nested ? listWith(path, list, value) : asText(value);
            if (written === undefined) return [`Set '${path}' to ${asYaml(value)} in ${place}`];
            commands.push(commandOf({ stack, port, company }, { [key]: written }));
        }
        return toRun(newValue, commands, otherOptions(config, [key]));
    };
}

function isInFile(stack: string, names: readonly string[]): boolean {
    const settings = readStackFile(stack, projectFolder);
    return names.some((name) => Object.hasOwn(settings, name));
}

/** Writes a value for `--config`. */
function asText(value: string | number | boolean | readonly string[]): string {
    return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The name under which a setting was given, without the project's namespace or in full. */
export function givenName(
    config: Options["config"],
    namespace: string,
    name: string,
): string | undefined {
    return [name, namespace + name].find((key) => Object.hasOwn(config, key));
}

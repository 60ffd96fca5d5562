import { quoted } from "../config/quoted";
import type { Options } from "./options";

/**
 * Writes the command that has these options and settings. Settings that were given besides are not
 * repeated, because the field of a user may be a secret.
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
    return [name, namespace + name].find((one) => Object.hasOwn(config, one));
}

import type { Line } from "../commandLine/message";
import { quoted } from "../commandLine/shell";
import type { Options } from "./options";

/** What has to be added to a command with these settings, which may be secret and are not repeated. */
export function otherOptions(config: Options["config"], keys: readonly string[] = []): string[] {
    const isComplete = Object.keys(config).every((key) => keys.includes(key));
    return isComplete ? [] : ["your other --config options"];
}

/** Writes the command with these options and settings, without the other settings that were given. */
export function commandOf(
    options: Partial<Options>,
    settings: Readonly<Record<string, string>> = {},
): Line {
    const { stack = "dev", port, company, json = false, outputs = false } = options;
    const words = [
        json ? "npm -s start --" : "npm start --",
        ...(stack === "dev" ? [] : [`--stack ${stack}`]),
        ...(port === undefined ? [] : [`--port ${String(port)}`]),
        ...(company === undefined ? [] : [`--company ${quoted(company)}`]),
        ...Object.entries(settings).map(([key, value]) => `--config ${quoted(`${key}=${value}`)}`),
        ...(outputs ? ["--outputs"] : []),
        ...(json ? ["--json"] : []),
    ];
    return { line: words.join(" ") };
}

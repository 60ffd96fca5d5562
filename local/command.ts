import { quoted } from "../config/quoted";
import type { Options } from "./options";

/** Writes the command that has these options. */
export function commandOf(options: Partial<Options>): string {
    const { stack = "dev", port, config = {}, json = false, outputs = false } = options;
    return [
        json ? "npm -s start --" : "npm start --",
        ...(stack === "dev" ? [] : [`--stack ${stack}`]),
        ...(port === undefined ? [] : [`--port ${String(port)}`]),
        ...Object.entries(config).map(([key, value]) => `--config ${quoted(`${key}=${value}`)}`),
        ...(outputs ? ["--outputs"] : []),
        ...(json ? ["--json"] : []),
    ].join(" ");
}

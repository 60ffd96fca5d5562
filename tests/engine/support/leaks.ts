import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { EngineStack } from "./engineStack";

/** Names what contains the secret: files below the stack's folder, or what the CLI printed. */
export function placesOf(secret: string, stack: EngineStack): string[] {
    const files = readdirSync(stack.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    const places = files.filter((file) => readFileSync(file).includes(secret));
    return stack.transcript.includes(secret) ? [...places, "what the CLI printed"] : places;
}

import { createReadStream } from "node:fs";
import { resolve } from "node:path";

import { CannotRun } from "./check";

/** Bytes that are read; outputs and tokens have a few thousand. */
const longestInput = 1_000_000;

/** The path of a file that a person names where they stand: npm leaves that folder for the project's. */
export function pathOf(file: string, env: NodeJS.ProcessEnv = process.env): string {
    return resolve(env.INIT_CWD ?? "", file);
}

/**
 * Reads a file, or standard input if it is `-`.
 *
 * @throws {CannotRun} When it cannot be read, or is too long
 */
export async function readInput(file: string, stdin: AsyncIterable<Buffer>): Promise<string> {
    const source = file === "-" ? "standard input" : pathOf(file);
    const stream: AsyncIterable<Buffer> = file === "-" ? stdin : createReadStream(source);
    const chunks: Buffer[] = [];
    let length = 0;
    try {
        for await (const chunk of stream) {
            chunks.push(chunk);
            length += chunk.length;
            if (length > longestInput) break;
        }
    } catch (error) {
        const { code = "unknown" } = error as NodeJS.ErrnoException;
        throw new CannotRun(
            code === "ENOENT"
                ? `There is no file ${source}.`
                : `${source} cannot be read (${code}).`,
        );
    }
    if (length > longestInput) {
        throw new CannotRun(`${source} has more than ${String(longestInput)} bytes.`);
    }
    return Buffer.concat(chunks).toString();
}

import { createReadStream } from "node:fs";

import { CannotRun } from "./check";

/** Bytes that are read; outputs and tokens have a few thousand. */
const longestInput = 1_000_000;

/**
 * Reads a file, or standard input if it is `-`.
 *
 * @throws {CannotRun} When it cannot be read, or is too long
 */
export async function readInput(file: string, stdin: AsyncIterable<Buffer>): Promise<string> {
    const source = file === "-" ? "standard input" : file;
    const stream: AsyncIterable<Buffer> = file === "-" ? stdin : createReadStream(file);
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

import { join, sep } from "node:path";

import "./ownConnections";

/** Where `index.ts` is. */
export const projectFolder = join(__dirname, "..", "..", "..");

/** The program itself, with every module loaded again: Node.js keeps what a module exports. */
export function program(): Promise<Record<string, unknown>> {
    const foreign = ["node_modules", "local", "tests"].map(
        (name) => join(projectFolder, name) + sep,
    );
    for (const path of Object.keys(require.cache)) {
        if (
            path.startsWith(projectFolder + sep) &&
            !foreign.some((kept) => path.startsWith(kept))
        ) {
            // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the one way
            delete require.cache[path];
        }
    }
    // Within the promise, so that what the program throws rejects it.
    return Promise.resolve().then(() =>
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
        (require(join(projectFolder, "index.ts")) as typeof program)(),
    );
}

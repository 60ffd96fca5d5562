import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

/** A document for people, as Markdown. */
export interface Document {
    /** Its path from the project's folder, such as `docs/users.md`. */
    readonly path: string;
    readonly text: string;
}

/** Every document of the project: those of the main folder, then those below `docs/`. */
export const documents: readonly Document[] = [
    "README.md",
    "CHANGELOG.md",
    "SECURITY.md",
    ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".md"))
        .map((name) => `docs/${name}`),
].map((path) => ({ path, text: documentText(path) }));

/** Reads one of them, such as `docs/users.md`. */
export function documentText(path: string): string {
    return readFileSync(join(root, path), "utf8");
}

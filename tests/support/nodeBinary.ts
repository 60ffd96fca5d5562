import { arch } from "node:os";
import { dirname, join } from "node:path";

import { installed, runInstaller } from "./installation";

/** The lines of Node.js that `engines` names, and the release of each that the tests run on. */
export const nodeReleases = { 20: "20.20.2", 22: "22.23.3", 24: "24.21.0" } as const;

export type NodeLine = keyof typeof nodeReleases;

export const nodeLines = Object.keys(nodeReleases).map(Number) as readonly NodeLine[];

/** Finds a Node.js of this line: the one that runs this, else the one that npm's package brings. */
export function nodeBinary(line: NodeLine): string {
    if (process.versions.node.startsWith(`${String(line)}.`)) return process.execPath;
    const release = nodeReleases[line];
    const name = `node-linux-${arch()}`;
    const folder = installed(`node-${release}`, (prefix) => {
        const npm = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", prefix];
        runInstaller("npm", [...npm, `${name}@${release}`]);
    });
    return join(folder, "node_modules", name, "bin", "node");
}

if (require.main === module) {
    const line = nodeLines.find((known) => String(known) === process.argv[2]);
    if (line === undefined) throw new Error(`Name a line of Node.js: ${nodeLines.join(", ")}.`);
    console.log(dirname(nodeBinary(line)));
}

import { dirname, join } from "node:path";

import { installed, runInstaller } from "../../support/installation";
import { nodeBinary, type NodeLine, nodeReleases } from "../../support/nodeBinary";

const version = "4.0.2";

/**
 * Finds AWS's Lambda Runtime Interface Client, which is built for a release of Node.js if it is not
 * there. That takes a C++ compiler, CMake and the autotools.
 */
export function runtimeInterfaceClient(line: NodeLine): string {
    const name = `aws-lambda-ric-${version}-node-${nodeReleases[line]}`;
    const folder = installed(name, (prefix) => {
        const npm = ["install", "--no-audit", "--no-fund", "--foreground-scripts"];
        const path = `${dirname(nodeBinary(line))}:${process.env.PATH ?? ""}`;
        runInstaller("npm", [...npm, "--prefix", prefix, `aws-lambda-ric@${version}`], path);
    });
    return join(folder, "node_modules", "aws-lambda-ric", "index.mjs");
}

import { runtime } from "@pulumi/pulumi";
import { config } from "chai";

import { expectQuiet } from "../local/support/running";

// What a command printed says why a test failed.
config.truncateThreshold = 0;

// Which packages belong to a function's archive took half of the time of each run of the program, and
// is the same every time: Pulumi reads all of node_modules for it.
const { computeCodePaths } = runtime;
let packages: ReturnType<typeof computeCodePaths> | undefined;
Object.assign(runtime, {
    computeCodePaths: (options: runtime.CodePathOptions) =>
        (packages ??= computeCodePaths(options)),
});

/** After the last test, or with `--parallel` after the last of each file. */
export const mochaHooks = { afterAll: expectQuiet };

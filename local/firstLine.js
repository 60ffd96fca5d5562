// Loaded with `node -r` before the transpiler, which needs seconds at the first start: so it is JavaScript.
"use strict";

const line = "Starting without AWS: some seconds, the first time up to half a minute ...";
const options = process.argv.slice(2);
if (!options.includes("--help")) {
    // With --json, another program reads the output.
    (options.includes("--json") ? process.stderr : process.stdout).write(`${line}\n`);
}

// Loaded before everything else (`node -r ./commandLine/nodeVersion.js`), so that an old Node.js prints a
// sentence and not the stack of a loader. Written in JavaScript that any Node.js runs.
"use strict";

const range = require("../package.json").engines.node;
const version = process.versions.node;

/** Whether a version is in a range that consists of `^1.2.3` and `>=1.2.3`, joined by `||`. */
const supported = range.split("||").some((part) => {
    const [given, least] = [version, part].map((one) => one.replace(/[^0-9.]/g, "").split("."));
    const differs = [0, 1, 2].find((at) => given[at] !== least[at]);
    if (part.trim().startsWith("^") && differs === 0) return false;
    return differs === undefined || Number(given[differs]) > Number(least[differs]);
});

if (!supported) {
    process.stderr.write(
        `error: Node.js ${version} is too old: use version 24, or another of ${range}.\n` +
            "  Install it from https://nodejs.org, or with nvm: nvm install 24\n",
    );
    process.exit(1);
}

// Loaded before everything else, with `node -r` and as the first import of index.ts, so that what is missing is said in
// a sentence and not by the stack of a loader. Written in JavaScript that any Node.js runs.
"use strict";

const fs = require("fs");
const path = require("path");

/** Variables with which ts-node, or Pulumi's host, makes something else of the source than tsconfig.json says. */
const variables = [
    "TS_NODE_COMPILER_OPTIONS",
    "TS_NODE_CWD",
    "TS_NODE_DIR",
    "TS_NODE_IGNORE",
    "PULUMI_NODEJS_TSCONFIG_PATH",
];

/** Returns what keeps the project in a folder from running, and what to do, or undefined. */
exports.problem = (folder, nodeVersion, env) => {
    const manifest = readJson(path.join(folder, "package.json"));
    const modules = path.join(folder, "node_modules");
    return (
        unsupported(nodeVersion, manifest.engines.node) ||
        notInstalled(modules, Object.assign({}, manifest.dependencies, manifest.devDependencies)) ||
        secondSdk(modules, Object.keys(manifest.dependencies)) ||
        misleading(env)
    );
};

/** For a range that consists of `^1.2.3` and `>=1.2.3`, lowest first, joined by `||`. */
function unsupported(version, range) {
    const number = (dotted) =>
        dotted.split(".").reduce((sum, part) => sum * 1e4 + parseInt(part), 0);
    const parts = range.split("||").map((part) => {
        const least = part.replace(/[^0-9.]/g, "");
        const lead = parseInt(version) - parseInt(least);
        return { least: number(least), covers: part.includes("^") ? lead === 0 : lead >= 0 };
    });
    const part = parts.find((one) => one.covers);
    if (part && number(version) >= part.least) return undefined;
    const isOld = part || number(version) < parts[0].least;
    return (
        `Node.js ${version} is ${isOld ? "too old" : "not supported"}: use version 24, or another of ${range}.\n` +
        "  Install it from https://nodejs.org, or with nvm: nvm install 24"
    );
}

function notInstalled(modules, versions) {
    const missing = Object.keys(versions).filter((name) => {
        const manifest = readJson(path.join(modules, name, "package.json"));
        return !manifest || manifest.version !== versions[name];
    });
    if (missing.length === 0) return undefined;
    const named = missing.slice(0, 3).map((name) => `${name} ${versions[name]}`);
    const more = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
    return `Packages are not installed: ${named.join(", ")}${more}.\n  Run: npm ci`;
}

/** Yarn 1 ignores package-lock.json and installs the SDK twice, which then does not know its own values. */
function secondSdk(modules, names) {
    const sdk = "@pulumi/pulumi";
    const name = names.find((one) => fs.existsSync(path.join(modules, one, "node_modules", sdk)));
    if (!name) return undefined;
    return `There is a second ${sdk}, for ${name}: install with npm, not another package manager.\n  Run: npm ci`;
}

function misleading(env) {
    const set = variables.filter((name) => env[name] !== undefined);
    if (set.length === 0) return undefined;
    return (
        `The environment has ${set.join(" and ")}, with which the program is compiled in another way.\n` +
        `  Run: unset ${set.join(" ")}`
    );
}

function readJson(file) {
    try {
        return JSON.parse(fs.readFileSync(file, "utf8"));
    } catch (error) {
        return undefined;
    }
}

const problem = exports.problem(path.dirname(__dirname), process.versions.node, process.env);
if (problem) {
    process.stderr.write(`error: ${problem}\n`);
    // With 32, Pulumi adds nothing to that. Before the main module there is no Pulumi.
    process.exit(require.main ? 32 : 1);
}

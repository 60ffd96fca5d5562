import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
    readonly type: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
};

describe("The tree", () => {
    it("has @pulumi/* alone in dependencies, since Pulumi packs the rest into the archive", () => {
        expect(Object.keys(manifest.dependencies)).to.deep.equal([
            "@pulumi/aws",
            "@pulumi/pulumi",
            "@pulumi/random",
        ]);
    });

    it("pins every version exactly", () => {
        const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
        const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
        expect(loose).to.deep.equal([]);
    });

    it("pins @pulumi/pulumi to the last that runs on Node.js 20, and TypeScript below 7", () => {
        expect(manifest.dependencies["@pulumi/pulumi"]).to.equal("3.248.0");
        expect(manifest.devDependencies.typescript).to.match(/^6\./);
    });

    it("is CommonJS, transpiled without type-checking at start, which takes Pulumi 15 s", () => {
        const { compilerOptions, "ts-node": tsNode } = JSON.parse(read("tsconfig.json")) as {
            readonly compilerOptions: Readonly<Record<string, unknown>>;
            readonly "ts-node": unknown;
        };
        expect(manifest.type).to.equal("commonjs");
        expect(tsNode).to.deep.equal({ transpileOnly: true });
        expect(compilerOptions).to.include({ module: "nodenext", strict: true });
        expect(compilerOptions).not.to.have.property("noCheck");
    });

    it("names no package registry in package-lock.json", () => {
        const lock = read("package-lock.json");
        expect(lock).to.include('"lockfileVersion"');
        expect(lock).not.to.include('"resolved"');
    });

    it("has no test that runs alone and none that is left out", () => {
        const files = typeScript("tests").filter((path) => path.endsWith(".test.ts"));
        expect(files).to.include(join("tests", "tree.test.ts"));
        const marked = files.filter((path) => /\b(it|describe)\.(only|skip)\(/.test(read(path)));
        expect(marked).to.deep.equal([]);
    });

    it("reads configuration by get alone: Pulumi's require takes a minute to print its error", () => {
        for (const path of ["config.ts", ...sources("config"), ...sources("components")]) {
            expect(read(path), path).not.to.match(/\.(require|requireObject|requireSecret)\w*\(/);
        }
    });

    it("reads configuration in config.ts alone", () => {
        const readers = [...sources("."), ...sources("config"), ...sources("components")];
        const found = readers.filter((path) => /pulumi\.Config\b/.test(read(path)));
        expect(found).to.deep.equal(["config.ts"]);
    });

    it("keeps Pulumi out of what is serialised for Lambda", () => {
        for (const path of sources("functions")) {
            expect(read(path), path).not.to.match(/^import|require\(/m);
        }
    });

    it("has files of 150 lines at most, and tests of 200", () => {
        const lines = (path: string) => read(path).trimEnd().split("\n").length;
        const files = typeScript(".");
        expect(files).to.include.members(["index.ts", join("local", "provider", "app.ts")]);
        const isTest = (path: string) => path.startsWith("tests");
        const long = files.filter((path) => lines(path) > (isTest(path) ? 200 : 150));
        expect(long).to.deep.equal([]);
    });
});

function sources(folder: string): string[] {
    return readdirSync(join(root, folder))
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name));
}

/** The TypeScript files in a folder and below it. */
function typeScript(folder: string): string[] {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return entry.name === "node_modules" ? [] : typeScript(path);
        return entry.name.endsWith(".ts") ? [path] : [];
    });
}

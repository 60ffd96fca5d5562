import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { nodeReleases } from "./support/nodeBinary";

const root = join(__dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json")) as {
    readonly type: string;
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
    readonly scripts: Readonly<Record<string, string>>;
    readonly engines: { readonly node: string };
    readonly os: unknown;
};

/** The patterns of files in a command: names with `*` for a part, `**` for folders, `{a,b}` for either. */
function patterns(command: string): RegExp[] {
    return [...command.matchAll(/"(tests\/[^"]+)"/g)].map(([, pattern = ""]) => {
        const source = pattern
            .replaceAll(".", "\\.")
            .replace(/\{([^}]+)\}/g, (_, names: string) => `(?:${names.replaceAll(",", "|")})`)
            .replaceAll("**/", "(?:.+/)?")
            .replaceAll("*", "[^/]*");
        return new RegExp(`^${source}$`);
    });
}

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

    it("is installed whole, also where NODE_ENV is production, and not on Windows", () => {
        const lock = JSON.parse(read("package-lock.json")) as {
            readonly packages: { readonly "": { readonly os: unknown } };
        };
        expect(read(".npmrc").split("\n")).to.include("include=dev");
        expect(manifest.os).to.deep.equal(["!win32"]);
        expect(lock.packages[""].os).to.deep.equal(manifest.os);
    });

    it("names no package registry in package-lock.json", () => {
        const lock = read("package-lock.json");
        expect(lock).to.include('"lockfileVersion"');
        expect(lock).not.to.include('"resolved"');
    });

    it("runs every file of tests in exactly one script", () => {
        const files = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
            .filter((path) => path.endsWith(".test.ts"))
            .map((path) => `tests/${path}`);
        const scripts = Object.values(manifest.scripts).map(patterns);
        const runs = (path: string) =>
            scripts.filter((script) => script.some((pattern) => pattern.test(path))).length;
        expect(files).to.include("tests/tree.test.ts");
        expect(files.filter((path) => runs(path) !== 1)).to.deep.equal([]);
    });

    it("runs every script in .ci/run, but what a person starts", () => {
        const person = ["start", "doctor", "check", "bench"];
        const run = read(".ci/run");
        const names = Object.keys(manifest.scripts).filter((name) => !person.includes(name));
        const missing = names.filter((name) => {
            const command = name === "test" ? "npm test" : `npm run ${name}`;
            return !new RegExp(`\\bstep (?:\\S+ )*${command}(?:[ ;]|$)`, "m").test(run);
        });
        expect(missing).to.deep.equal([]);
    });

    it("supports the releases of Node.js that the tests run on, and no older one", () => {
        expect(manifest.engines.node).to.equal("^20.19.0 || ^22.13.0 || >=24.0.0");
        expect(read(".npmrc").split("\n")).to.include("engine-strict=true");
        expect(Object.keys(nodeReleases)).to.deep.equal(["20", "22", "24"]);
        expect(read(".node-version")).to.equal(`${nodeReleases[24]}\n`);
    });
});

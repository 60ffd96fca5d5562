import { expect } from "chai";
import { readFileSync } from "node:fs";
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
});

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../..");
const { engines, scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly engines: { readonly node: string };
    readonly scripts: Readonly<Record<string, string>>;
};

/** Runs the check as another Node.js would. */
function check(version: string) {
    const script = [
        `Object.defineProperty(process.versions, "node", { value: "${version}" });`,
        'require("./commandLine/nodeVersion.js");',
    ];
    return spawnSync(process.execPath, ["-e", script.join("")], { cwd: root, encoding: "utf8" });
}

describe("The check of the version of Node.js", () => {
    for (const version of ["18.20.8", "20.18.9", "21.99.0", "22.11.0"]) {
        it(`refuses ${version} in a sentence that says what to install`, () => {
            const { status, stdout, stderr } = check(version);
            expect(stderr).to.equal(
                `error: Node.js ${version} is too old: use version 24, or another of ${engines.node}.\n` +
                    "  Install it from https://nodejs.org, or with nvm: nvm install 24\n",
            );
            expect([status, stdout]).to.deep.equal([1, ""]);
        });
    }

    for (const version of ["20.19.0", "20.20.2", "22.13.0", "24.0.0", "24.10.1", "100.0.0"]) {
        it(`accepts ${version} silently`, () => {
            const { status, stdout, stderr } = check(version);
            expect([status, stdout, stderr]).to.deep.equal([0, "", ""]);
        });
    }

    for (const name of ["start", "doctor"]) {
        it(`comes first in npm's script ${name}`, () => {
            expect(scripts[name]).to.match(/^exec node -r \.\/commandLine\/nodeVersion\.js -r /);
        });
    }
});

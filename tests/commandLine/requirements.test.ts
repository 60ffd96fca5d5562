import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect } from "chai";

const root = join(__dirname, "../..");
const script = join(root, "commandLine/requirements.js");
const read = (name: string) => fs.readFileSync(join(root, name), "utf8");
const { engines, scripts } = JSON.parse(read("package.json")) as {
    readonly engines: { readonly node: string };
    readonly scripts: Readonly<Record<string, string>>;
};

type Problem = (folder: string, nodeVersion: string, env: NodeJS.ProcessEnv) => string | undefined;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- JavaScript, which import cannot type
const { problem } = require(script) as { readonly problem: Problem };

describe("What the project needs to run", () => {
    for (const version of ["20.19.0", "20.20.2", "22.13.0", "24.0.0", "24.10.1", "100.0.0"]) {
        it(`is there with Node.js ${version}`, () => {
            expect(problem(root, version, {})).to.equal(undefined);
        });
    }

    const verdicts = {
        "too old": ["8.17.0", "18.20.8", "20.18.9", "22.12.9"],
        "not supported": ["21.7.3", "23.11.1"],
    };
    for (const [verdict, versions] of Object.entries(verdicts)) {
        for (const version of versions) {
            it(`is not there with Node.js ${version}, which is ${verdict}`, () => {
                expect(problem(root, version, {})).to.equal(
                    `Node.js ${version} is ${verdict}: use version 24, or another of ${engines.node}.\n` +
                        "  Install it from https://nodejs.org, or with nvm: nvm install 24",
                );
            });
        }
    }

    const variables = {
        TS_NODE_COMPILER_OPTIONS: "{}",
        TS_NODE_CWD: "/",
        TS_NODE_DIR: "/",
        TS_NODE_IGNORE: "functions",
        PULUMI_NODEJS_TSCONFIG_PATH: "other.json",
    };
    for (const [name, value] of Object.entries(variables)) {
        it(`is an environment without ${name}`, () => {
            expect(problem(root, "24.0.0", { [name]: value })).to.equal(
                `The environment has ${name}, with which the program is compiled in another way.\n` +
                    `  Run: unset ${name}`,
            );
        });
    }

    it("may stand beside variables that change nothing", () => {
        const others = {
            TS_NODE_PROJECT: "other.json",
            TS_NODE_TYPE_CHECK: "true",
            PULUMI_NODEJS_TRANSPILE_ONLY: "false",
        };
        expect(problem(root, "24.0.0", others)).to.equal(undefined);
    });

    describe("of packages", () => {
        let project: string;

        const write = (name: string, content: unknown) => {
            fs.mkdirSync(dirname(join(project, name)), { recursive: true });
            fs.writeFileSync(join(project, name), JSON.stringify(content));
        };
        const install = (versions: Readonly<Record<string, string>>) => {
            for (const [name, version] of Object.entries(versions)) {
                write(`node_modules/${name}/package.json`, { version });
            }
        };
        const dependencies = { "@pulumi/aws": "7.0.0", "@pulumi/pulumi": "3.0.0" };
        const devDependencies = { hono: "4.0.0", jose: "6.0.0" };

        beforeEach(() => {
            project = fs.mkdtempSync(join(tmpdir(), "requirements-"));
            write("package.json", { dependencies, devDependencies, engines: { node: ">=1.0.0" } });
        });
        afterEach(() => {
            fs.rmSync(project, { recursive: true });
        });

        const expectProblem = (expected?: string) => {
            expect(problem(project, "24.0.0", {})).to.equal(expected);
        };

        it("is those of package.json in their versions", () => {
            install({ ...dependencies, ...devDependencies });
            expectProblem();
        });

        it("is all of them, not those of production alone", () => {
            install(dependencies);
            expectProblem("Packages are not installed: hono 4.0.0, jose 6.0.0.\n  Run: npm ci");
        });

        it("is not another version, such as the one before a merge", () => {
            install({ ...dependencies, ...devDependencies, jose: "5.9.9" });
            expectProblem("Packages are not installed: jose 6.0.0.\n  Run: npm ci");
        });

        it("is one copy of Pulumi's SDK", () => {
            install({ ...dependencies, ...devDependencies });
            install({ "@pulumi/aws/node_modules/@pulumi/pulumi": "3.1.0" });
            expectProblem(
                "There is a second @pulumi/pulumi, for @pulumi/aws: install with npm, not another " +
                    "package manager.\n  Run: npm ci",
            );
        });

        const runs: readonly (readonly [string, readonly string[], number])[] = [
            ["before npm start", ["-r", "./commandLine/requirements.js", "main.js"], 1],
            ["before the program in Pulumi's host", ["main.js"], 32],
        ];
        for (const [when, args, code] of runs) {
            it(`is said ${when}, where nothing else runs then`, () => {
                fs.mkdirSync(join(project, "commandLine"));
                fs.copyFileSync(script, join(project, "commandLine/requirements.js"));
                const main = "require('./commandLine/requirements'); console.log('runs')";
                fs.writeFileSync(join(project, "main.js"), main);
                const run = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
                expect([run.status, run.stdout, run.stderr]).to.deep.equal([
                    code,
                    "",
                    "error: Packages are not installed: @pulumi/aws 7.0.0, @pulumi/pulumi 3.0.0, " +
                        "hono 4.0.0 and 1 more.\n  Run: npm ci\n",
                ]);
            });
        }
    });

    it("is looked at first by npm start, the doctor, the tests and Pulumi's host", () => {
        const first = /^exec node -r \.\/commandLine\/requirements\.js -r /;
        expect(scripts.start).to.match(first);
        expect(scripts.doctor).to.match(first);
        expect(read(".mocharc.json")).to.match(
            /^\{\s+"require": \[\s+"\.\/commandLine\/requirements\.js"/,
        );
        expect(read("index.ts").split("\n")[0]).to.equal('import "./commandLine/requirements";');
    });
});

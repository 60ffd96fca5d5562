import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import { PulumiCommand } from "@pulumi/pulumi/automation";
import { load } from "js-yaml";

import { cacheFolder } from "../../support/installation";

const engine = join(__dirname, "..");
const modulePath = "github.com/pulumi/pulumi/pkg/v3";

/**
 * Finds Pulumi's CLI: the one on the PATH if it is new enough for the project, else one built from
 * the Go module that `cli/go.mod` pins, which happens here unless it was done before.
 *
 * @throws {Error} When it must be built and cannot be
 */
export function pulumiCommand(): Promise<PulumiCommand> {
    return (found ??= find());
}

let found: Promise<PulumiCommand> | undefined;

async function find(): Promise<PulumiCommand> {
    if (isNewEnough(installedVersion())) return PulumiCommand.get();
    const version = pinnedVersion();
    const root = join(cacheFolder, `pulumi-${version}`);
    const binary = join(root, "bin", "pulumi");
    if (!existsSync(binary)) await build(version, binary);
    return PulumiCommand.get({ root });
}

function installedVersion(): string {
    const { stdout } = spawnSync("pulumi", ["version"], { encoding: "utf8" });
    // Null when there is no such command.
    return (stdout as string | null)?.trim().replace(/^v/, "") ?? "";
}

function isNewEnough(version: string): boolean {
    const project = load(readFileSync(join(engine, "..", "..", "Pulumi.yaml"), "utf8"));
    const { requiredPulumiVersion } = project as { requiredPulumiVersion: string };
    const required = requiredPulumiVersion.replace(/^>=/, "");
    return version !== "" && version.localeCompare(required, "en", { numeric: true }) >= 0;
}

function pinnedVersion(): string {
    const requirement = new RegExp(`^\\s*(?:require )?${modulePath} (v\\S+)`, "m");
    const version = requirement.exec(readFileSync(join(engine, "cli", "go.mod"), "utf8"))?.[1];
    if (version === undefined) throw new Error(`tests/engine/cli/go.mod pins no ${modulePath}.`);
    return version;
}

async function build(version: string, binary: string): Promise<void> {
    if (spawnSync("go", ["version"]).status !== 0) {
        throw new Error(
            `The engine's tests need Pulumi's CLI or Go to build it. Install either:\n` +
                `  - Pulumi's CLI, https://www.pulumi.com/docs/install/\n` +
                `  - Go 1.26 or newer, https://go.dev/doc/install, with access to its module proxy`,
        );
    }
    process.stderr.write(
        `Building Pulumi ${version} from its Go module: once, some 7 minutes and 1.6 GB of modules.\n`,
    );
    mkdirSync(dirname(binary), { recursive: true });
    // Another run may be building as well: each has a file of its own, and the last rename stays.
    const unfinished = `${binary}.${String(process.pid)}`;
    const versionFlag = "github.com/pulumi/pulumi/sdk/v3/go/common/version.Version";
    try {
        await run("go", [
            "build",
            "-v",
            "-buildvcs=false",
            // Without a debugger's tables: a tenth of the compiler's time.
            "-gcflags=all=-dwarf=false",
            `-ldflags=-w -X ${versionFlag}=${version}`,
            `-o=${unfinished}`,
            `${modulePath}/cmd/pulumi`,
        ]);
        renameSync(unfinished, binary);
    } finally {
        rmSync(unfinished, { force: true });
    }
    process.stderr.write(`Built ${binary}\n`);
}

async function run(command: string, args: readonly string[]): Promise<void> {
    let lines = 0;
    const child = spawn(command, args, {
        cwd: join(engine, "cli"),
        stdio: ["ignore", "ignore", "pipe"],
        // The compiler collects its garbage less often: a sixth of its time.
        env: { GOGC: "400", ...process.env },
    });
    const errors: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
        errors.push(chunk);
        const before = lines;
        lines += chunk.split("\n").length - 1;
        // A line for each module and package would be too many.
        if (Math.floor(lines / 100) > Math.floor(before / 100)) {
            process.stderr.write(`  ${String(lines)} modules and packages\n`);
        }
    });
    const status = await new Promise<number | null>((resolve, reject) => {
        child.on("error", reject).on("close", resolve);
    });
    if (status !== 0) {
        const told = errors.join("").split("\n").slice(-20).join("\n");
        throw new Error(`'${command} ${args.join(" ")}' failed:\n${told}`);
    }
}

if (require.main === module) {
    pulumiCommand().then(
        ({ command, version }) => {
            console.log(`${command} ${String(version)}`);
        },
        (error: unknown) => {
            console.error(error instanceof Error ? error.message : error);
            process.exitCode = 1;
        },
    );
}

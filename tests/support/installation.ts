import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** The folder in which this machine keeps what the tests install. */
export const cacheFolder = join(
    process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"),
    "flexai-oidc",
);

/**
 * Returns the folder of what is installed under a name, which contains the version. It is installed
 * if it is not there: once for each machine.
 *
 * @throws {Error} When the installation fails
 */
export function installed(name: string, install: (folder: string) => void): string {
    const folder = join(cacheFolder, name);
    // Written last: an installation that was interrupted starts again.
    const complete = join(folder, ".complete");
    if (existsSync(complete)) return folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    console.error(`${name} is being installed into ${folder} ...`);
    install(folder);
    writeFileSync(complete, "");
    return folder;
}

/** Runs a command that installs something, and keeps the standard output free of its report. */
export function runInstaller(command: string, args: readonly string[], path?: string): void {
    const env = path === undefined ? process.env : { ...process.env, PATH: path };
    execFileSync(command, args, { stdio: ["ignore", 2, 2], env });
}

/** Installs packages of PyPI at these versions, and returns the folder of their commands. */
export function pythonCommands(name: string, requirements: readonly string[]): string {
    const folder = installed(name, (environment) => {
        runInstaller("python3", ["-m", "venv", environment]);
        const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
        runInstaller(join(environment, "bin", "python"), [...pip, ...requirements]);
    });
    return join(folder, "bin");
}

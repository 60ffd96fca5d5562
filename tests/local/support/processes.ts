import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { until } from "../../support/until";

/** Ids of the processes whose parent is `pid`. */
export async function childrenOf(pid: number): Promise<number[]> {
    const { stdout } = await promisify(execFile)("ps", ["-eo", "pid=,ppid="]);
    const pairs = stdout
        .trim()
        .split("\n")
        .map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
}

/** Waits until there is no such process, which its killer does not wait for. */
export function ended(pid: number): Promise<void> {
    return until(() => !isAlive(pid));
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}

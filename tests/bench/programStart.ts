import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { type Figure, ratio } from "./figure";

/**
 * Starts the program as Pulumi's host does, through ts-node, in a process of its own: with this
 * project's settings, and with ts-node's default, which checks types. Neither keeps its output.
 */
export async function programStart(): Promise<Figure[]> {
    const ours = () => seconds("{}");
    const typeChecking = () => seconds("{ transpileOnly: false }");
    return [
        {
            name: "program start, against ts-node's type-checking default",
            value: await ratio(3, ours, typeChecking),
            goal: { atMost: 0.3 },
        },
    ];
}

function seconds(options: string): number {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(
        process.execPath,
        ["-e", `require("ts-node").register(${options}); require("./tests/bench/evaluateOnce")`],
        { cwd: join(__dirname, "../.."), encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`The program did not start:\n${stderr}`);
    return Number(process.hrtime.bigint() - start) / 1e9;
}

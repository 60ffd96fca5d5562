import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { type Figure, ratio } from "./figure";
import { forgetTranspiled } from "./forgetTranspiled";

/**
 * Starts the program as Pulumi's host does, through ts-node, in a process of its own: with this
 * project's settings, and with ts-node's default, which checks types.
 */
export async function programStart(): Promise<Figure[]> {
    const typeChecking = () => seconds("{ transpileOnly: false, transpiler: null }");
    const first = () => {
        forgetTranspiled();
        return seconds("{}");
    };
    const firstStart = await ratio(3, first, typeChecking);
    return [
        {
            name: "program start, against ts-node's type-checking default",
            value: await ratio(3, () => seconds("{}"), typeChecking),
            goal: { atMost: 0.25 },
        },
        { name: "the same for the first start, which transpiles everything", value: firstStart },
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

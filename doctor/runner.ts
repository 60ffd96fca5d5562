import { type Check, type Finding, failed, type Result, skipped } from "./check";
import { NoAnswer } from "./noAnswer";

/**
 * Makes all checks at once, each as soon as those that it needs are done. A check is skipped when one
 * that it needs failed, or was skipped for that reason.
 *
 * @param onFinding - Is told of each finding when it is there
 */
export async function runChecks(
    checks: readonly Check[],
    onFinding: () => void,
): Promise<Finding[]> {
    const stopped = new Set<string>();
    const underWay = new Map<string, Promise<Finding>>();
    for (const check of checks) underWay.set(check.name, run(check, [...needed(check)]));
    return Promise.all(underWay.values());

    function* needed({ name, needs }: Check) {
        for (const need of needs) {
            const finding = underWay.get(need);
            if (!finding) throw new Error(`'${name}' needs '${need}', which is not before it.`);
            yield finding;
        }
    }

    async function run({ name, needs, run }: Check, before: Promise<Finding>[]) {
        await Promise.all(before);
        const missing = needs.find((need) => stopped.has(need));
        const result = missing === undefined ? await resultOf(run) : blocked(missing);
        if (result.outcome === "failed" || missing !== undefined) stopped.add(name);
        onFinding();
        return { name, ...result };
    }
}

function blocked(missing: string): Result {
    return skipped(`it would say nothing as long as this is not so: ${missing}`);
}

async function resultOf(run: Check["run"]): Promise<Result> {
    try {
        return await run();
    } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return failed(
            `an answer from ${error.address}`,
            error.message,
            "Try again. If it stays so, look whether this network lets you reach that address, " +
                "by a proxy for example, and whether AWS reports a disturbance in the region.",
        );
    }
}

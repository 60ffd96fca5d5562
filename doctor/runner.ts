import {
    CannotRun,
    type Check,
    CheckFailed,
    failed,
    type Finding,
    type FoundBy,
    type Result,
} from "./check";

/** A check that has ended. */
interface Ended {
    readonly finding: Finding;
    readonly result: Result<unknown>;
    /** The check because of which neither this one nor those that need it could run. */
    readonly cause: Check;
}

/**
 * Runs all checks at once, each as soon as those that it needs have passed. A check is skipped when
 * one that it needs has not passed.
 *
 * @param onFinding - Called after each check
 * @throws {CannotRun} When a check does
 */
export async function runChecks(
    checks: readonly Check[],
    onFinding: () => void = () => undefined,
): Promise<Finding[]> {
    const started = new Map<Check, Promise<Ended>>();
    for (const check of checks) {
        const needed = check.needs.map((need) => {
            const run = started.get(need);
            if (!run)
                throw new Error(`'${check.name}' needs '${need.name}', which is not before it.`);
            return run;
        });
        started.set(
            check,
            runAfter(check, needed).finally(() => {
                onFinding();
            }),
        );
    }
    return (await Promise.all(started.values())).map(({ finding }) => finding);
}

async function runAfter(check: Check, needed: readonly Promise<Ended>[]): Promise<Ended> {
    const ended = await Promise.all(needed);
    const { name } = check;
    const blocking = ended.find(({ result }) => result.outcome !== "passed");
    if (blocking) {
        const { cause } = blocking;
        const why = `not checked, because it needs this: ${cause.name}`;
        const result = { outcome: "skipped", why } as const;
        return { finding: { name, ...result, cause: cause.name }, result, cause };
    }
    const found = new Map(check.needs.map((need, index) => [need, ended[index]?.result]));
    const result = await resultOf(check, ((need) => {
        const needs = found.get(need);
        if (needs?.outcome !== "passed") throw new Error(`'${name}' does not need '${need.name}'.`);
        return needs.found;
    }) as FoundBy);
    return { finding: { name, ...withoutFound(result) }, result, cause: check };
}

async function resultOf(check: Check, found: FoundBy): Promise<Result<unknown>> {
    try {
        return await check.run(found);
    } catch (error) {
        if (error instanceof CheckFailed) return error.problem;
        if (error instanceof CannotRun) throw error;
        // Whatever a foreign server sends must not end the other checks.
        return failed(
            "a response that can be read",
            error instanceof Error ? `${error.name}: ${error.message}` : String(error),
            "Cognito does not send such a response, or the doctor has a bug.",
        );
    }
}

function withoutFound(result: Result<unknown>) {
    if (result.outcome !== "passed") return result;
    return { outcome: result.outcome, seen: result.seen };
}

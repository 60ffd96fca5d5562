import type { Problem, Result } from "../check";
import { NoAnswer } from "../noAnswer";

/** Runs a check of security, which never fails because of an answer that is not the provider's. */
export async function inconclusive<Found>(
    run: () => Promise<Result<Found>>,
): Promise<Result<Found> | Problem> {
    try {
        return await run();
    } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        return { ...error.problem(), outcome: "warning" };
    }
}

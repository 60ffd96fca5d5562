import type { Problem, Result } from "../check";
import { NoResponse } from "../noResponse";

/** Runs a check of security, which never fails because of a response that is not the provider's. */
export async function inconclusive<Found>(
    run: () => Promise<Result<Found>>,
): Promise<Result<Found> | Problem> {
    try {
        return await run();
    } catch (error) {
        if (!(error instanceof NoResponse)) throw error;
        return { ...error.problem(), outcome: "warning" };
    }
}

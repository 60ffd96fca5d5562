import { setTimeout } from "node:timers/promises";

/** Waits until something holds; the time limit is the test's. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await holds())) await setTimeout(10);
}

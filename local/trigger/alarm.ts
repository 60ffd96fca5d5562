import type { Trigger } from "./trigger";

/** The alarm on the trigger's errors. */
export class Alarm {
    #known = 0;

    /** @param emails - Addresses that get it */
    constructor(
        private readonly emails: readonly string[],
        private readonly trigger: Pick<Trigger, "failures"> | undefined,
    ) {}

    /** Returns the addresses that get an alarm if the trigger has failed since the last call. */
    raised(): readonly string[] {
        const failures = this.trigger?.failures ?? 0;
        const isNew = failures > this.#known;
        this.#known = failures;
        return isNew ? this.emails : [];
    }
}

import type { Trigger } from "./trigger";

/** The alarm on the trigger's errors. */
export class Alarm {
    #known = 0;

    /** @param emails - Addresses to which it goes */
    constructor(
        private readonly emails: readonly string[],
        private readonly trigger: Pick<Trigger, "failures"> | undefined,
    ) {}

    /** Returns where an alarm would go because of a failure since it was last asked. */
    raised(): readonly string[] {
        const failures = this.trigger?.failures ?? 0;
        const isNew = failures > this.#known;
        this.#known = failures;
        return isNew ? this.emails : [];
    }
}

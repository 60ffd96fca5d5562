import { constants } from "node:os";

import { CannotRun } from "../check";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal asked the process to end, such as by Ctrl-C. */
export class Interrupted extends CannotRun {
    /** As shells have it of a process that the signal ended. */
    override readonly exitCode: number;

    constructor(signal: (typeof signals)[number]) {
        super(`stopped by ${signal}`);
        this.exitCode = 128 + constants.signals[signal];
    }
}

/** Turns the signals that would end the process, however often they come, into an abort. */
export function interruption(): AbortSignal {
    const controller = new AbortController();
    for (const signal of signals) {
        process.on(signal, () => {
            controller.abort(new Interrupted(signal));
        });
    }
    return controller.signal;
}

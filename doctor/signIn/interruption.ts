import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that asked for the end, such as Ctrl-C. */
export class Interrupted extends Error {
    /** Exit code of a shell's command that a signal ended. */
    readonly exitCode: number;

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

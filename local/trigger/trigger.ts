import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TriggerFunction } from "../program/registeredTrigger";

/** A failure of the trigger, with Cognito's message. */
export class TriggerError extends Error {}

/** How an event ended: with what the handler returned, as JSON, or with an error. */
type Result = { readonly json: string } | { readonly error: string };

/** Seconds that Cognito waits for a response, however long the function may run. */
const cognitoTimeoutSeconds = 5;

/**
 * Runs the function of a trigger as Lambda does: in a process of its own with the function's timeout
 * and memory, which the first event starts, one event at a time, with its state kept between events, and
 * in a new process after a crash.
 */
export class Trigger {
    readonly #function: TriggerFunction;
    #child: ChildProcess | undefined;
    #queue: Promise<unknown> = Promise.resolve();
    /** Ends the event that is being handled. */
    #finish: (result: Result) => void = () => undefined;
    #closed = false;
    #failures = 0;

    /** @param log - Gets the first failure, in place of AWS's log */
    constructor(
        triggerFunction: TriggerFunction,
        private readonly log: Pick<NodeJS.WritableStream, "write"> = process.stderr,
    ) {
        this.#function = triggerFunction;
    }

    /** Id of the process, if there is one. */
    get pid(): number | undefined {
        return this.#child?.pid;
    }

    /** How often it has thrown, taken too long, or ended its process. */
    get failures(): number {
        return this.#failures;
    }

    /**
     * Invokes the function with an event.
     *
     * @returns What the function returned, after a round trip through JSON
     * @throws {TriggerError} When the function throws, takes too long, or ends its process
     */
    invoke(event: unknown): Promise<unknown> {
        const result = this.#queue.then(() => this.#call(JSON.stringify(event)));
        this.#queue = result.catch(() => undefined);
        return result;
    }

    /** Ends the process, even during an event. */
    close(): void {
        this.#closed = true;
        this.#child?.kill("SIGKILL");
    }

    #start(): ChildProcess {
        const { code, handler, memorySize } = this.#function;
        const child = fork(join(__dirname, "triggerProcess.js"), [], {
            cwd: tmpdir(),
            env: { TZ: ":UTC" },
            execArgv: [`--max-old-space-size=${String(memorySize)}`],
            stdio: ["ignore", "ignore", "ignore", "ipc"],
        });
        child.on("message", (result: Result) => {
            if (this.#child === child) this.#finish(result);
        });
        child.once("exit", (code, signal) => {
            const how = signal === null ? `exit status ${String(code)}` : `signal: ${signal}`;
            this.#abandon(child, `Runtime exited with error: ${how}`);
        });
        child.on("error", () => child.kill("SIGKILL"));
        child.send({ code, handler });
        return child;
    }

    /** Goes on without a process that has ended or is to be ended. */
    #abandon(child: ChildProcess, reason: string): void {
        if (this.#child !== child) return;
        this.#child = undefined;
        this.#finish({ error: `RequestId: ${randomUUID()} Error: ${reason}` });
    }

    async #call(event: string): Promise<unknown> {
        if (this.#closed) throw new TriggerError("The try-out has ended.");
        const child = (this.#child ??= this.#start());
        const seconds = Math.min(this.#function.timeout, cognitoTimeoutSeconds);
        const timer = setTimeout(() => {
            this.#abandon(child, `Task timed out after ${seconds.toFixed(2)} seconds`);
            child.kill("SIGKILL");
        }, seconds * 1000);
        const result = await new Promise<Result>((resolve) => {
            this.#finish = resolve;
            child.send({ event });
        });
        clearTimeout(timer);
        if ("error" in result) {
            if (this.#failures++ === 0) this.log.write(failureLine(result.error));
            throw new TriggerError(
                `PreTokenGeneration failed with error ${result.error.slice(0, 1000)}.`,
            );
        }
        return JSON.parse(result.json) as unknown;
    }
}

/** Says what failed, by the beginning of the error alone. */
function failureLine(error: string): string {
    const [first = ""] = error.split("\n");
    return `The trigger (functions/preTokenGeneration.ts) failed: ${first.slice(0, 200)}\n`;
}

import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TriggerFunction } from "../program/registeredTrigger";

/** A failure of the trigger, with Cognito's message. */
export class TriggerError extends Error {}

/** A message of the child: what the handler returned, as JSON, or what it threw. */
type Result =
    | { readonly call: string; readonly json: string }
    | { readonly call: string; readonly error: string };

/** Seconds that Cognito waits for a response, however long the function may run. */
const cognitoTimeoutSeconds = 5;

/**
 * Runs the function of a trigger as Lambda does: in a process of its own with the function's timeout
 * and memory, one event at a time, with its state kept between events, and in a new process after a
 * crash.
 */
export class Trigger {
    readonly #function: TriggerFunction;
    #child: ChildProcess | undefined;
    #queue: Promise<unknown> = Promise.resolve();
    #closed = false;
    #failures = 0;

    constructor(triggerFunction: TriggerFunction) {
        this.#function = triggerFunction;
        this.#child = this.#start();
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
        child.once("exit", () => {
            if (this.#child === child) this.#child = undefined;
        });
        child.on("error", () => child.kill("SIGKILL"));
        child.send({ code, handler });
        return child;
    }

    async #call(event: string): Promise<unknown> {
        if (this.#closed) throw new TriggerError("The try-out has ended.");
        const child = (this.#child ??= this.#start());
        const call = randomUUID();
        const seconds = Math.min(this.#function.timeout, cognitoTimeoutSeconds);
        const result = await new Promise<Result>((resolve) => {
            const fail = (error: string) => {
                settle({ call, error: `RequestId: ${call} Error: ${error}` });
            };
            const timer = setTimeout(() => {
                this.#child = undefined;
                child.kill("SIGKILL");
                fail(`Task timed out after ${seconds.toFixed(2)} seconds`);
            }, seconds * 1000);
            const onExit = (code: number | null, signal: string | null) => {
                const how = signal === null ? `exit status ${String(code)}` : `signal: ${signal}`;
                fail(`Runtime exited with error: ${how}`);
            };
            const onMessage = (message: Result) => {
                if (message.call === call) settle(message);
            };
            const settle = (settled: Result) => {
                clearTimeout(timer);
                child.off("exit", onExit).off("message", onMessage);
                resolve(settled);
            };
            child.on("exit", onExit).on("message", onMessage);
            child.send({ call, event });
        });
        if ("error" in result) {
            this.#failures++;
            throw new TriggerError(
                `PreTokenGeneration failed with error ${result.error.slice(0, 1000)}.`,
            );
        }
        return JSON.parse(result.json) as unknown;
    }
}

import { type ChildProcess, fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { TriggerFunction } from "../program/registeredTrigger";

/** A failure of the trigger in the words in which Cognito reports it. */
export class TriggerError extends Error {}

/** What the child answers: the handler's answer as JSON, or what it threw. */
type Answer =
    | { readonly call: string; readonly json: string }
    | { readonly call: string; readonly error: string };

/** Seconds that Cognito waits for an answer, however long the function may run. */
const patience = 5;

/**
 * Runs the function of a trigger as Lambda does: in a process of its own under the function's timeout
 * and memory, one event at a time, its state kept from one to the next, and in a new process after
 * a crash.
 */
export class Trigger {
    readonly #function: TriggerFunction;
    #child: ChildProcess | undefined;
    #queue: Promise<unknown> = Promise.resolve();
    #closed = false;

    constructor(triggerFunction: TriggerFunction) {
        this.#function = triggerFunction;
        this.#child = this.#start();
    }

    /** Id of the process, if one runs. */
    get pid(): number | undefined {
        return this.#child?.pid;
    }

    /**
     * Gives the function an event and gives back its answer, which is anything that JSON can say.
     *
     * @throws {TriggerError} When the function throws, takes too long, or ends its process
     */
    invoke(event: unknown): Promise<unknown> {
        const answer = this.#queue.then(() => this.#call(JSON.stringify(event)));
        this.#queue = answer.catch(() => undefined);
        return answer;
    }

    /** Ends the process, in the middle of an event too. */
    close(): void {
        this.#closed = true;
        this.#child?.kill("SIGKILL");
    }

    #start(): ChildProcess {
        const { text, handler, memorySize } = this.#function;
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
        child.send({ text, handler });
        return child;
    }

    async #call(event: string): Promise<unknown> {
        if (this.#closed) throw new TriggerError("The try-out has ended.");
        const child = (this.#child ??= this.#start());
        const call = randomUUID();
        const seconds = Math.min(this.#function.timeout, patience);
        const answer = await new Promise<Answer>((resolve) => {
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
            const onMessage = (message: Answer) => {
                if (message.call === call) settle(message);
            };
            const settle = (settled: Answer) => {
                clearTimeout(timer);
                child.off("exit", onExit).off("message", onMessage);
                resolve(settled);
            };
            child.on("exit", onExit).on("message", onMessage);
            child.send({ call, event });
        });
        if ("error" in answer) {
            throw new TriggerError(
                `PreTokenGeneration failed with error ${answer.error.slice(0, 1000)}.`,
            );
        }
        return JSON.parse(answer.json) as unknown;
    }
}

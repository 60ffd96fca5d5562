import { setImmediate } from "node:timers/promises";

import * as pulumi from "@pulumi/pulumi";

import { awsValues } from "./awsValues";
import { defaultResponses } from "./lookUpResponses";
import type { ProjectConfig } from "./projectConfig";
import { settingAt } from "./samples";
import { sampleAccountId } from "./sampleValues";

/** A resource that the program registered. */
export interface RegisteredResource {
    readonly type: string;
    readonly name: string;
    readonly id: string;
    /** The program's arguments, secrets unwrapped. */
    readonly inputs: Readonly<Record<string, unknown>>;
    /** The inputs and what AWS would compute. */
    readonly state: Readonly<Record<string, unknown>>;
}

/** The result of running the program once. */
export interface Evaluation {
    /** The stack's outputs. */
    readonly outputs: Readonly<Record<string, unknown>>;
    /** What would be created in AWS, in the order of creation. */
    readonly resources: readonly RegisteredResource[];
}

/** How to run the program. */
export interface EvaluationOptions extends ProjectConfig {
    readonly stack: string;
    /** The program, whose result is the stack's outputs; by default `index.ts`. */
    readonly program?: () => unknown;
    /** Responds to a look-up by its token, or returns `undefined` for the default response. */
    readonly call?: (
        token: string,
        inputs: Readonly<Record<string, unknown>>,
    ) => object | undefined;
    /** Seed of ids and secrets; without one they are the same in every run. */
    readonly seed?: string;
}

/**
 * Runs the program in this process under Pulumi's mocks, which respond as AWS would. One evaluation must
 * end before the next begins, because Pulumi's state is global.
 *
 * @throws {Error} What the program threw, also inside `apply`, or what a resource failed with
 */
export async function evaluate(options: EvaluationOptions): Promise<Evaluation> {
    const resources: RegisteredResource[] = [];
    const { seed = "", program = index } = options;
    const { "aws:region": region = "eu-central-1" } = options.config;
    const place = { region, accountId: sampleAccountId };
    await pulumi.runtime.setMocks(
        {
            newResource: ({ type, name, inputs, custom }) => {
                const given = inputs as Readonly<Record<string, unknown>>;
                if (!custom) return { id: undefined, state: given };
                const values = awsValues(type, name + seed, given, place);
                const state = { ...given, ...values.outputs };
                resources.push({
                    type,
                    name,
                    id: values.id,
                    inputs: unwrapped(given),
                    state: unwrapped(state),
                });
                return { id: values.id, state };
            },
            call: ({ token, inputs }) => {
                const response =
                    options.call?.(token, inputs as Readonly<Record<string, unknown>>) ??
                    defaultResponses[token];
                if (response) return response;
                throw new Error(`The program calls '${token}', which nothing responds to here.`);
            },
        },
        options.project,
        options.stack,
        false,
        // Pulumi's own name where there are no organizations.
        "organization",
    );
    pulumi.runtime.setAllConfig({ ...options.config }, options.encrypted.map(settingAt));
    const failure = firstFailure();
    const restoreStackTraces = shortenStackTraces();
    try {
        const outputs: unknown = await Promise.race([
            failure.happens,
            pulumi.runtime.runInPulumiStack(() => Promise.resolve().then(() => program())),
        ]);
        await Promise.race([failure.happens, pulumi.runtime.disconnect()]);
        // Node.js reports a rejection at the end of the turn in which it happens.
        await Promise.race([failure.happens, setImmediate()]);
        return { outputs: outputs as Evaluation["outputs"], resources };
    } finally {
        restoreStackTraces();
        failure.stopListening();
    }
}

/**
 * Leaves stack traces short and unmapped until the returned function is called. Pulumi reads one for
 * every promise and resource, which takes a third of the CPU time of an evaluation, and nothing uses them.
 */
export function shortenStackTraces(): () => void {
    const traces: { prepareStackTrace: unknown; stackTraceLimit: number } = Error;
    const { prepareStackTrace, stackTraceLimit } = traces;
    Object.assign(traces, { prepareStackTrace: undefined, stackTraceLimit: 1 });
    return () => {
        Object.assign(traces, { prepareStackTrace, stackTraceLimit });
    };
}

/** The program itself. It is loaded again each time, because Node.js keeps a module's exports. */
export function index(): unknown {
    const path = require.resolve("../../index");
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- no other way to load it again
    delete require.cache[path];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() does not see ts-node
    return (require(path) as () => unknown)();
}

function unwrapped(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, pulumi.runtime.unwrapRpcSecret(value)]),
    );
}

/**
 * Listens for what Pulumi does not report. An error inside an `apply` is an unhandled rejection if no
 * output depends on it. If an output does, Node.js runs out of work and would exit with 0.
 */
function firstFailure() {
    let fail: (reason: unknown) => void = () => undefined;
    const happens = new Promise<never>((_resolve, reject) => (fail = reject));
    const onExit = () => {
        fail(new Error("The program ended before all of its resources were ready."));
    };
    happens.catch(() => undefined);
    process.on("unhandledRejection", fail).on("beforeExit", onExit);
    return {
        happens,
        stopListening: () => {
            process.off("unhandledRejection", fail).off("beforeExit", onExit);
        },
    };
}

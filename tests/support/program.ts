import { runtime } from "@pulumi/pulumi";

import {
    evaluate,
    type Evaluation,
    type EvaluationOptions,
    index,
} from "../../local/program/evaluate";
import { projectConfig } from "../../local/program/projectConfig";
import { sampleAccountId } from "../../local/program/sampleValues";
import { onALineEach, onOneLine } from "./messages";
import { observeRegistrations, type Registration } from "./registrations";

export const hostname = "flexai.example.com";

/** What a stack must be given besides its committed settings. */
const required = { hostname, "aws:allowedAccountIds": [sampleAccountId] };

// Which packages belong to a function's archive took half of the time of each run, and is the same
// every time: Pulumi reads all of node_modules for it.
const { computeCodePaths } = runtime;
let packages: ReturnType<typeof computeCodePaths> | undefined;
Object.assign(runtime, {
    computeCodePaths: (options: runtime.CodePathOptions) =>
        (packages ??= computeCodePaths(options)),
});

/** Settings by their names within the project, such as `roles`; other namespaces' by their full names. */
export type Overrides = Readonly<Record<string, unknown>>;

/** What one run of a program did. */
export interface Run extends Evaluation {
    readonly registrations: readonly Registration[];
    /** A line each. */
    readonly warnings: readonly string[];
    /** What the program threw, if it did, with a line for each reason. */
    readonly error: unknown;
}

/** Runs `index.ts` with a stack's committed settings, a host name, `overrides` and look-ups. */
export function runProgram(
    stack = "prod",
    overrides: Overrides = {},
    call?: EvaluationOptions["call"],
): Promise<Run> {
    return run(index, stack, overrides, call);
}

/** Runs anything else that registers resources or reads the configuration. */
export async function run(
    program: () => unknown,
    stack = "prod",
    overrides: Overrides = {},
    call?: EvaluationOptions["call"],
): Promise<Run> {
    const registrations: Registration[] = [];
    const warnings: string[] = [];
    let error: unknown;
    const { warn } = console;
    // Without an engine Pulumi's log goes to the console.
    console.warn = (line: string) => warnings.push(onOneLine(line));
    try {
        const evaluation = await evaluate({
            ...projectConfig(stack, { ...required, ...overrides }),
            stack,
            ...(call && { call }),
            program: async () => {
                observeRegistrations(registrations);
                try {
                    return await program();
                } catch (thrown) {
                    // Thrown on, it would reach mocha as an unhandled rejection of Pulumi's as well.
                    error = thrown;
                    if (error instanceof Error) error.message = onALineEach(error.message);
                    return {};
                }
            },
        });
        return { ...evaluation, registrations, warnings, error };
    } finally {
        console.warn = warn;
    }
}

/** The inputs of the one resource of its type, or of that name where there are several. */
export function inputsOf(
    { resources }: Evaluation,
    type: string,
    name?: string,
): Readonly<Record<string, unknown>> {
    return theOnly(resources, type, name).inputs;
}

/** The registration of the one resource of its type, or of that name where there are several. */
export function registration({ registrations }: Run, type: string, name?: string): Registration {
    return theOnly(registrations, type, name);
}

function theOnly<Resource extends { readonly type: string; readonly name: string }>(
    resources: readonly Resource[],
    type: string,
    name?: string,
): Resource {
    const found = resources.filter(
        (one) => one.type === type && (name === undefined || one.name === name),
    );
    const [first] = found;
    if (!first || found.length > 1)
        throw new Error(`${String(found.length)} of ${type} ${name ?? ""}`);
    return first;
}

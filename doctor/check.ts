/** What a check concluded, with what it found for the checks that need it. */
export type Result<Found = undefined> = Passed<Found> | Problem | Skipped;

/** The statement is true. */
export interface Passed<Found> {
    readonly outcome: "passed";
    readonly seen: string;
    readonly found: Found;
}

/** The statement is false, or something beside it needs attention. */
export interface Problem {
    readonly outcome: "failed" | "warning";
    readonly expected: string;
    readonly seen: string;
    /** What to do about it. */
    readonly advice: string;
    /** Commands for that, to be copied. */
    readonly commands: readonly string[];
}

/** Nothing can be said about the statement. */
export interface Skipped {
    readonly outcome: "skipped";
    readonly why: string;
    /** Commands that show it, to be copied. */
    readonly commands?: readonly string[];
}

/** Returns what a needed check found. */
export type FoundBy = <Found>(check: Check<Found>) => Found;

/** A statement about the deployment, known by identity. */
export interface Check<Found = unknown> {
    /** The statement, for people. */
    readonly name: string;
    /** Checks that must pass first; they are listed before this one. */
    readonly needs: readonly Check[];
    /**
     * @throws {CheckFailed} When something that it asked or did ended with a problem
     * @throws {CannotRun} When the whole run must end
     */
    readonly run: (found: FoundBy) => Result<Found> | Promise<Result<Found>>;
}

/** What the report says of a check, whether it ran or could not. */
export type Finding = { readonly name: string } & (
    | Omit<Passed<unknown>, "found">
    | Problem
    /** `cause` is the statement that keeps this check from running. */
    | (Skipped & { readonly cause?: string })
);

/** Concludes that the statement is true. */
export function passed(seen: string): Passed<undefined>;
export function passed<Found>(seen: string, found: Found): Passed<Found>;
export function passed(seen: string, found?: unknown): Passed<unknown> {
    return { outcome: "passed", seen, found };
}

/** Concludes that the statement is false. */
export const failed = concluding("failed");

/** Concludes that something needs attention and may be as intended. */
export const warned = concluding("warning");

function concluding(outcome: Problem["outcome"]) {
    return (
        expected: string,
        seen: string,
        advice: string,
        commands: readonly string[] = [],
    ): Problem => ({ outcome, expected, seen, advice, commands: [...new Set(commands)] });
}

/** Concludes that nothing can be said. */
export function skipped(why: string, commands: readonly string[] = []): Skipped {
    return { outcome: "skipped", why, ...(commands.length > 0 && { commands }) };
}

/** Ends the check that is running, with a problem. */
export class CheckFailed extends Error {
    constructor(readonly problem: Problem) {
        super(problem.seen);
    }
}

/** Ends the whole run, with a message for the person who started it. */
export class CannotRun extends Error {
    /** Exit code of the process. */
    readonly exitCode: number = 2;
}

/** What a check found. */
export type Result =
    | { readonly outcome: "passed"; readonly seen: string }
    | {
          readonly outcome: "failed";
          readonly expected: string;
          readonly seen: string;
          /** What to do about it. */
          readonly advice: string;
      }
    | { readonly outcome: "skipped"; readonly why: string };

/** One thing that is so or is not. */
export interface Check {
    /** What ought to be so, by which other checks know this one. */
    readonly name: string;
    /** Names of the checks, listed before this one, without which it would fail for their reason. */
    readonly needs: readonly string[];
    /** @throws {NoAnswer} When a server does not answer, which counts as failed */
    readonly run: () => Promise<Result>;
}

/** A check that was made. */
export type Finding = Result & { readonly name: string };

/** It is so. */
export function passed(seen: string): Result {
    return { outcome: "passed", seen };
}

/** It is not so. */
export function failed(expected: string, seen: string, advice: string): Result {
    return { outcome: "failed", expected, seen, advice };
}

/** It cannot be told, or does not apply. */
export function skipped(why: string): Result {
    return { outcome: "skipped", why };
}

/** A figure of the benchmark: a ratio or a size, never a time, since machines differ. */
export interface Figure {
    /** What is measured, and against what. */
    readonly name: string;
    readonly value: number;
    /** Bound that the figure is meant to keep, if there is one. */
    readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Formats a figure with its goal and whether it is kept. */
export function shown({ name, value, goal }: Figure): string {
    const figure = Number.isInteger(value) ? value.toLocaleString("en") : value.toFixed(2);
    if (!goal) return `       ${figure.padStart(6)}  ${name}`;
    const [kept, bound] =
        "atMost" in goal
            ? [value <= goal.atMost, `at most ${goal.atMost.toLocaleString("en")}`]
            : [value >= goal.atLeast, `at least ${goal.atLeast.toLocaleString("en")}`];
    return `${kept ? "met   " : "MISSED"} ${figure.padStart(6)}  ${name} (goal: ${bound})`;
}

/** Finds the middle one of some measurements, which a single slow one does not move. */
export function median(values: readonly number[]): number {
    return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

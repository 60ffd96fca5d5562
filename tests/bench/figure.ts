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

/**
 * Measures two things in turns, so that both see the same machine, and returns the middle one of their
 * ratios, which a single slow turn does not move.
 */
export async function ratio(turns: number, ours: Measure, theirs: Measure): Promise<number> {
    const ratios: number[] = [];
    while (ratios.length < turns) ratios.push((await ours()) / (await theirs()));
    return ratios.sort((a, b) => a - b)[Math.floor(turns / 2)] ?? NaN;
}

type Measure = () => number | Promise<number>;

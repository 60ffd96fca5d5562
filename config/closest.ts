import { distance } from "fastest-levenshtein";

import { folded } from "./lookAlike";

/** Finds the name that was probably meant: misspelt by a third of its letters, or cut short. */
export function closest(given: string, names: readonly string[]): string | undefined {
    const wanted = folded(given);
    const tolerance = wanted.length < 3 ? 0 : Math.ceil(wanted.length / 3);
    const candidates = names.map((name) => ({ name, errors: distance(wanted, folded(name)) }));
    return candidates
        .filter(
            ({ name, errors }) =>
                errors <= tolerance || (wanted.length > 3 && folded(name).includes(wanted)),
        )
        .sort((one, other) => one.errors - other.errors)[0]?.name;
}

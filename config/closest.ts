import { distance } from "fastest-levenshtein";

import { folded } from "./lookAlike";

/**
 * Finds the name that was probably meant: misspelt by a third of its letters, or cut short. Where two
 * are equally near, neither is, because a wrong one may grant more than was meant.
 */
export function closest(given: string, names: readonly string[]): string | undefined {
    const prefix = commonPrefix(names.map(hyphenated));
    const own = (name: string) => {
        const whole = hyphenated(name);
        return whole.startsWith(prefix) ? whole.slice(prefix.length) : whole;
    };
    const wanted = own(given);
    const tolerance = wanted.length < 3 ? 0 : Math.ceil(wanted.length / 3);
    const [best, second] = names
        .map((name) => ({ name, errors: distance(wanted, own(name)) }))
        .filter(
            ({ name, errors }) =>
                errors <= tolerance || (wanted.length > 3 && own(name).includes(wanted)),
        )
        .sort((one, other) => one.errors - other.errors);
    return best?.errors === second?.errors ? undefined : best?.name;
}

function hyphenated(name: string): string {
    return folded(name).replace(/[ _]/g, "-");
}

/** What all names begin with up to a hyphen, such as `flexai-`, which says nothing of their likeness. */
function commonPrefix([first = "", ...others]: readonly string[]): string {
    const prefixes = [...first.matchAll(/-/g)].map(({ index }) => first.slice(0, index + 1));
    const isShared = (prefix: string) => others.every((name) => name.startsWith(prefix));
    return prefixes.filter(isShared).at(-1) ?? "";
}

import { distance } from "fastest-levenshtein";

/** What changes the look of the character before it: of an emoji, of a digit in a key, of a Chinese sign. */
const seen =
    "(?<=\\p{Extended_Pictographic})[\\uFE0E\\uFE0F]|\\uFE0F(?=\\u20E3)" +
    "|(?<=\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]";
/** Characters that no reader can see: control and format characters, and those that fonts leave out. */
const invisible = new RegExp(`(?!${seen})[\\p{C}\\p{Default_Ignorable_Code_Point}]`, "gu");

/** Folds a name, so that names that look alike are equal: composition, width, case and spaces. */
export function folded(name: string): string {
    const compatible = name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
    // Upper case first: "ß" and "SS", or the two forms of a small sigma, have nothing else in common.
    return compatible.toUpperCase().toLowerCase().normalize("NFKC").replace(/\s+/g, " ").trim();
}

/** Whether a name contains a character that no reader can see. */
export function hasInvisible(name: string): boolean {
    return name.search(invisible) >= 0;
}

/** Removes every character that no reader can see. */
export function withoutInvisible(name: string): string {
    return name.replace(invisible, "");
}

/** Makes invisible characters readable, such as `\u{200B}`, and harmless to a terminal. */
export function escapeInvisible(name: string): string {
    return name.replace(invisible, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `\\u{${code.toString(16).toUpperCase().padStart(4, "0")}}`;
    });
}

/** Scripts that share the look of letters with another of them. Others may stand beside any of these. */
const alikeScripts = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic"].map(
    (script) => ({ script, letter: new RegExp(`\\p{Script=${script}}`, "u") }),
);

/** The first word with letters of several scripts that look alike, and those scripts. */
export function mixedWord(name: string): { word: string; scripts: string[] } | undefined {
    return name
        .split(/[^\p{L}\p{M}]+/u)
        .map((word) => {
            const found = alikeScripts.filter(({ letter }) => letter.test(word));
            return { word, scripts: found.map(({ script }) => script) };
        })
        .find(({ scripts }) => scripts.length > 1);
}

/**
 * Finds the name that was probably meant: misspelt by a third of its letters, or cut short. Where two
 * are equally near, neither is, because a wrong one may grant more than was meant.
 */
export function closest(wanted: string, names: readonly string[]): string | undefined {
    const prefix = commonPrefix(names.map(hyphenated));
    const own = (name: string) => {
        const whole = hyphenated(name);
        return whole.startsWith(prefix) ? whole.slice(prefix.length) : whole;
    };
    const letters = own(wanted);
    const tolerance = letters.length < 3 ? 0 : Math.ceil(letters.length / 3);
    const [best, second] = names
        .map((name) => ({ name, errors: distance(letters, own(name)) }))
        .filter(
            ({ name, errors }) =>
                errors <= tolerance || (letters.length > 3 && own(name).includes(letters)),
        )
        .sort((a, b) => a.errors - b.errors);
    return best?.errors === second?.errors ? undefined : best?.name;
}

function hyphenated(name: string): string {
    return folded(name).replace(/[ _]/g, "-");
}

/** The prefix that all names share, such as `flexai-`, which must not count as similarity. */
function commonPrefix([first = "", ...others]: readonly string[]): string {
    const prefixes = [...first.matchAll(/-/g)].map(({ index }) => first.slice(0, index + 1));
    const isShared = (prefix: string) => others.every((name) => name.startsWith(prefix));
    return prefixes.filter(isShared).at(-1) ?? "";
}

/** Characters that no reader can see: control and format characters, and those that fonts leave out. */
const invisible = /[\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** Folds a name, so that names that look alike are equal: composition, width, case and spaces. */
export function folded(name: string): string {
    const compatible = name.normalize("NFKC");
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

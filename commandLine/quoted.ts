/** Quotes a word for the shell, if it needs that; a `=` at its start does in zsh. */
export function quoted(word: string): string {
    return /^(?!=)[\w.:/@=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

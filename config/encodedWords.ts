/** Bytes that fit into one encoded word (RFC 2047, section 2). */
const mostBytes = 45;

/** An encoded word: its character set, with a language or without, its encoding and what is encoded. */
const encodedWord = /=\?([^?*\s]+)(?:\*[^?\s]*)?\?([BQ])\?([^?\s]*)\?=/gi;

/** Writes a name as encoded words in base64, each of which ends between two characters. */
export function toEncodedWords(name: string): string {
    const words = [""];
    for (const character of name) {
        const longer = (words.at(-1) ?? "") + character;
        if (Buffer.byteLength(longer) > mostBytes) words.push(character);
        else words[words.length - 1] = longer;
    }
    return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join(" ");
}

/**
 * The name that mail programs show where a header has encoded words (RFC 2047, section 4).
 *
 * @returns `undefined` if one of them is in an unknown character set, or not of its characters
 */
export function fromEncodedWords(header: string): string | undefined {
    try {
        return header.replace(
            encodedWord,
            (_word, charset: string, encoding: string, content: string) => {
                const isBase64 = encoding.toUpperCase() === "B";
                const bytes = Buffer.from(
                    isBase64 ? content : unquoted(content),
                    isBase64 ? "base64" : "latin1",
                );
                return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
            },
        );
    } catch {
        return undefined;
    }
}

function unquoted(content: string): string {
    return content
        .replaceAll("_", " ")
        .replace(/=([0-9a-f]{2})/gi, (_code, hex: string) =>
            String.fromCharCode(parseInt(hex, 16)),
        );
}

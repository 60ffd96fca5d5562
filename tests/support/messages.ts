import type { Message } from "../../commandLine/message";

/** A message before it is laid out, without the words about a placeholder, which are tested once. */
export function onOneLine(message: string): string {
    return unfolded(message, /\n */g);
}

/** A list of messages in the same form. */
export function onALineEach(list: string): string {
    return unfolded(list, /\n {4,}/g);
}

/** Messages that are not laid out, in the same form. */
export function inOneLine(messages: readonly Message[]): string[] {
    return messages.map((message) =>
        onOneLine(message.map((part) => (typeof part === "string" ? part : part.line)).join("\n")),
    );
}

function unfolded(words: string, fold: RegExp): string {
    return words.replace(fold, " ").replace(/Run, with your own in place of [A-Z_ ]+:/g, "Run:");
}

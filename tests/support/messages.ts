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

/** @throws {Error} When a command would change the stack that happens to be selected */
function unfolded(words: string, fold: RegExp): string {
    const commands = words.match(/^ *(?:\(umask 077 && )?pulumi (?!up\b).*$/gm) ?? [];
    const stackless = commands.filter((line) => !/ (?:--stack|stack init) /.test(line));
    if (stackless.length > 0) throw new Error(`It names no stack: ${stackless.join()}`);
    return words.replace(fold, " ").replace(/Run, with your own in place of [A-Z_ ]+:/g, "Run:");
}

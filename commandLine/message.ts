/** A line to copy, such as a command; it is never broken. */
export interface Line {
    readonly line: string;
}

/** What people read: sentences, and between them lines to copy. */
export type Message = readonly [string, ...(string | Line)[]];

/** Puts words before the first sentence. */
export function prefixed(words: string, [first, ...others]: Message): Message {
    return [`${words} ${first}`, ...others];
}

/** Columns of a terminal that Pulumi leaves: it indents what a program prints. */
const columns = 80 - "    ".length;

/** What Pulumi writes before the first line of a message. */
const severity = "warning: ";

/** Lays a message out below what Pulumi writes before it: sentences are broken, lines to copy are not. */
export function laidOut(message: Message): string {
    const [first = "", ...others] = lines(message, severity);
    return [first.slice(severity.length), ...others.map((line) => line.trimEnd())].join("\n");
}

/** Lays messages out as a list below a heading. */
export function listed(heading: string, messages: readonly Message[]): string {
    return [heading, ...messages.flatMap((message) => lines(message, "  - ", "    "))].join("\n");
}

function lines(message: Message, label: string, indent = ""): string[] {
    return message.flatMap((part, index) => {
        if (typeof part !== "string") return [`${indent}  ${part.line}`];
        return wrapped(part, index === 0 ? label : indent, indent, columns);
    });
}

/** Breaks words into lines of at most so many columns, the first after a label. */
export function wrapped(words: string, label: string, indent: string, columns: number): string[] {
    const lines = [label];
    // What AWS says may consist of several lines.
    for (const word of words
        .trim()
        .replace(/\s*\n\s*/g, " ")
        .split(" ")) {
        const last = lines.at(-1) ?? "";
        const isEmpty = last.length <= (lines.length === 1 ? label : indent).length;
        const longer = isEmpty ? last + word : `${last} ${word}`;
        if (isEmpty || longer.length <= columns) lines[lines.length - 1] = longer;
        else lines.push(indent + word);
    }
    return lines;
}

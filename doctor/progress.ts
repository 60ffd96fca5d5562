/** Milliseconds between two reports of the time. */
const defaultInterval = 1500;

/** Shows what the doctor waits for: at once in a terminal, else in a line per interval. */
export class Progress {
    readonly #began = Date.now();
    readonly #timer: NodeJS.Timeout;
    #shown = "";

    /** @param interval - Milliseconds between two reports of the time */
    constructor(
        private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
        interval = defaultInterval,
    ) {
        this.#timer = setInterval(() => {
            const seconds = Math.round((Date.now() - this.#began) / 1000);
            this.#write(`${this.#shown}, ${String(seconds)} s`, "\n");
        }, interval).unref();
    }

    /** Changes what is shown. */
    show(words: string): void {
        this.#shown = words;
        if (this.stream.isTTY === true) this.#write(words);
    }

    /** Clears the line. */
    end(): void {
        clearInterval(this.#timer);
        if (this.stream.isTTY === true) this.#write("");
    }

    #write(words: string, end = ""): void {
        this.stream.write(this.stream.isTTY === true ? `\r${words}\u{1B}[K` : words + end);
    }
}

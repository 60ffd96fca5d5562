/** Milliseconds after which somebody who waits wants to know that it goes on. */
const patience = 1500;

/** Shows what is waited for: in one line of a terminal at once, elsewhere a line after each wait. */
export class Progress {
    readonly #began = Date.now();
    readonly #timer: NodeJS.Timeout;
    #text = "";

    /** @param interval - Milliseconds between two signs of life */
    constructor(
        private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
        interval = patience,
    ) {
        this.#timer = setInterval(() => {
            const seconds = Math.round((Date.now() - this.#began) / 1000);
            this.#write(`${this.#text}, ${String(seconds)} s`, "\n");
        }, interval).unref();
    }

    /** Changes what is shown. */
    show(text: string): void {
        this.#text = text;
        if (this.stream.isTTY === true) this.#write(text);
    }

    /** Clears the line. */
    end(): void {
        clearInterval(this.#timer);
        if (this.stream.isTTY === true) this.#write("");
    }

    #write(text: string, end = ""): void {
        this.stream.write(this.stream.isTTY === true ? `\r${text}\u{1B}[K` : text + end);
    }
}

/** Shows how many of so many checks are done, in one line of a terminal; elsewhere nothing. */
export class Progress {
    #done = 0;

    constructor(
        private readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
        private readonly total: number,
    ) {
        this.#show();
    }

    /** Counts one. */
    advance(): void {
        this.#done++;
        this.#show();
    }

    /** Wipes the line. */
    end(): void {
        this.#write("\r\u{1B}[K");
    }

    #show(): void {
        this.#write(`\r${String(this.#done)} of ${String(this.total)} checks done`);
    }

    #write(text: string): void {
        if (this.stream.isTTY === true) this.stream.write(text);
    }
}

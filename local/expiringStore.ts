interface Entry<T> {
    readonly value: T;
    /** Milliseconds since the epoch. */
    readonly endsAt: number;
}

/** Values by id, bounded in number and in time; the oldest makes room for one too many. */
export class ExpiringStore<T> {
    // In the order of their ends, since all live equally long.
    readonly #entries = new Map<string, Entry<T>>();

    /**
     * @param lifetime - Seconds
     * @param limit - Number of values
     */
    constructor(
        private readonly lifetime: number,
        private readonly limit = 10_000,
    ) {}

    /** How many values are kept, those that ended lately included. */
    get size(): number {
        return this.#entries.size;
    }

    /** Keeps a value. */
    set(id: string, value: T): void {
        this.#entries.delete(id);
        for (const [oldest, { endsAt }] of this.#entries) {
            if (endsAt > Date.now() && this.#entries.size < this.limit) break;
            this.#entries.delete(oldest);
        }
        this.#entries.set(id, { value, endsAt: Date.now() + this.lifetime * 1000 });
    }

    /** Finds a value that has not ended. */
    get(id: string | undefined): T | undefined {
        const entry = id === undefined ? undefined : this.#entries.get(id);
        return entry && entry.endsAt > Date.now() ? entry.value : undefined;
    }

    /** Finds a value and forgets it. */
    take(id: string | undefined): T | undefined {
        const value = this.get(id);
        if (id !== undefined) this.#entries.delete(id);
        return value;
    }
}

import { randomBytes } from "node:crypto";

/** Values by an id that cannot be guessed, bounded in number and in time. */
export class Sessions<T> {
    readonly #entries = new Map<string, { readonly value: T; readonly endsAt: number }>();
    readonly #lifetime: number;
    readonly #limit: number;

    /**
     * @param lifetime - Seconds
     * @param limit - Number of values; the oldest makes room for one too many
     */
    constructor(lifetime: number, limit = 1000) {
        this.#lifetime = lifetime;
        this.#limit = limit;
    }

    /** Keeps a value and gives its id. */
    add(value: T): string {
        const [oldest] = this.#entries.keys();
        if (oldest !== undefined && this.#entries.size >= this.#limit) this.#entries.delete(oldest);
        const id = randomBytes(32).toString("base64url");
        this.#entries.set(id, { value, endsAt: Date.now() + this.#lifetime * 1000 });
        return id;
    }

    /** Finds a value that has not ended. */
    get(id: string | undefined): T | undefined {
        const entry = id === undefined ? undefined : this.#entries.get(id);
        return entry && entry.endsAt > Date.now() ? entry.value : undefined;
    }

    /** Forgets a value and gives it, if it has not ended. */
    take(id: string | undefined): T | undefined {
        const value = this.get(id);
        if (id !== undefined) this.#entries.delete(id);
        return value;
    }
}

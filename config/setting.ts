/**
 * A value of the stack's configuration together with its place, so that whoever checks it can say
 * what was given, what is wrong with it, and which command mends it.
 */
export class Setting {
    /**
     * @param namespace - What commands leave out of the setting's name, such as `flexai-oidc:`
     * @param path - Rest of the name as Pulumi's `--path` takes it, such as `users[0].email`
     * @param value - What was given, `undefined` for nothing
     * @param problems - List that complaints are added to
     * @param nested - Whether the path leads into the value of a setting
     */
    constructor(
        private readonly namespace: string,
        private readonly path: string,
        readonly value: unknown,
        private readonly problems: string[],
        private readonly nested = false,
    ) {}

    /** Complains, with the command that sets `example` in place of the value. */
    refuse(complaint: string, example: string): void {
        this.complain(complaint, `set ${this.key()} ${quoted(example)}`);
    }

    /** Complains, with the command that removes the value. */
    refuseAltogether(complaint: string): void {
        this.complain(complaint, `rm ${this.key()}`);
    }

    /** This setting with its JSON text decoded; what is no JSON stays the text that it is. */
    json(): Setting {
        try {
            const value: unknown = JSON.parse(String(this.value));
            return new Setting(this.namespace, this.path, value, this.problems, this.nested);
        } catch {
            return this;
        }
    }

    /** The setting of that name within this one. */
    field(name: string): Setting {
        const fields = this.value as Readonly<Record<string, unknown>>;
        const step = /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
        return this.within(step, fields[name]);
    }

    /** The text here if it matches; otherwise complains and gives an empty one. */
    text(pattern: RegExp, expected: string, example: string): string {
        if (typeof this.value === "string" && pattern.test(this.value)) return this.value;
        const missing = this.value === undefined || this.value === "";
        this.refuse(missing ? `is missing: ${expected}` : `is not ${expected}`, example);
        return "";
    }

    /** The truth value here; complains and gives false if it is none. */
    boolean(): boolean {
        if (typeof this.value !== "boolean") this.refuse("is neither true nor false", "true");
        return this.value === true;
    }

    /** The entries of this setting; complains and gives none if it is not a list. */
    entries(): Setting[] {
        if (Array.isArray(this.value)) {
            return this.value.map((value, index) => this.within(`[${String(index)}]`, value));
        }
        this.refuseAltogether("is not a list");
        return [];
    }

    /** The texts in this list; complains about other entries and about those that repeat another. */
    texts(check: (text: string, entry: Setting) => void): string[] {
        const texts = new Set<string>();
        for (const entry of this.entries()) {
            const { value } = entry;
            if (typeof value !== "string") entry.refuseAltogether("is not a text");
            else if (texts.has(value)) entry.refuseAltogether("is listed twice");
            else check(value, entry);
            if (typeof value === "string") texts.add(value);
        }
        return [...texts];
    }

    private within(step: string, value: unknown): Setting {
        return new Setting(this.namespace, this.path + step, value, this.problems, true);
    }

    private key(): string {
        return this.nested ? `--path ${quoted(this.path)}` : quoted(this.path);
    }

    private complain(complaint: string, command: string): void {
        const name = `'${this.namespace}${this.path}'`;
        const value = typeof this.value === "string" ? this.value : JSON.stringify(this.value);
        const subject = value ? `${name} value '${value}'` : name;
        this.problems.push(`${subject} ${complaint}. Run: pulumi config ${command}`);
    }
}

/** A value as a shell takes it for one word. */
function quoted(value: string): string {
    return /^[\w.:/@-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

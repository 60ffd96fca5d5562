import { closest, escapeInvisible } from "./names";
import type { Problems } from "./problems";
import type { Remedy } from "./remedies";
import { fullName, type SettingName, within } from "./settingName";

/** What YAML makes of an unquoted date, as Pulumi's CLI passes it on. */
const date = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d:\d\d/;

/** A value of the stack's configuration together with its name. */
export class Setting {
    constructor(
        private readonly name: SettingName,
        readonly value: unknown,
        private readonly problems: Problems,
    ) {}

    /** Refuses the value, with what to do about it, here or at another place. */
    refuse(problem: string, remedy: Remedy, place: Setting = this): void {
        this.problems.refuse(this.subject(), problem, remedy, place.name);
    }

    /** Warns of a value that is valid but rarely intended, with what to do about it. */
    warn(problem: string, remedy: Remedy, place: Setting = this): void {
        this.problems.warn(fullName(this.name), problem, remedy, place.name);
    }

    /** This setting without its value, which may be a secret. */
    hidden(): Setting {
        return new Setting(this.name, undefined, this.problems);
    }

    /** Parses the value as JSON; leaves it unchanged if it is not JSON. */
    json(): Setting {
        try {
            return new Setting(this.name, JSON.parse(String(this.value)), this.problems);
        } catch {
            return this;
        }
    }

    /** The field of that name. */
    field(name: string): Setting {
        const fields = this.value as Readonly<Record<string, unknown>>;
        return this.within(name, fields[name]);
    }

    /** The entry at that index, which may be the one after the last. */
    entry(index: number): Setting {
        const entries = Array.isArray(this.value) ? (this.value as unknown[]) : [];
        return this.within(index, entries[index]);
    }

    /** This setting as a user. `who` completes "user ...", such as `'anna'`. */
    ofUser(who: string): Setting {
        return new Setting({ ...this.name, user: { who } }, this.value, this.problems);
    }

    /** The entries of this list; refuses what is not a list, with what to do about it. */
    entries(remedy: Remedy = this.asList()): Setting[] {
        if (Array.isArray(this.value)) return this.value.map((_value, index) => this.entry(index));
        this.refuse("is not a list", remedy);
        return [];
    }

    /** The boolean here; refuses anything else and returns false. */
    boolean(): boolean {
        if (typeof this.value === "boolean") return this.value;
        const word = String(this.value).toLowerCase();
        const isTrue = ["true", "yes", "on"].includes(word);
        const isMeant = isTrue || ["false", "no", "off"].includes(word);
        const remedy = isMeant ? { set: isTrue } : { choose: [true, false] };
        this.refuse("is neither true nor false", remedy);
        return false;
    }

    /** The string here, empty if there is none; refuses other types and returns `undefined`. */
    string(): string | undefined {
        const { value } = this;
        if (value === undefined || value === null) return "";
        if (typeof value === "string") {
            const day = this.name.nested ? date.exec(value)?.[1] : undefined;
            if (day === undefined) return value;
            this.refuse("is a date, not a string", { set: day });
        } else if (typeof value === "number" || typeof value === "boolean") {
            // A fraction, or more digits than a number can hold, may have been written differently.
            const isWhole = typeof value === "boolean" || Number.isSafeInteger(value);
            this.refuse(
                `is a ${typeof value}, not a string`,
                isWhole ? { set: String(value) } : { edit: "Quote it" },
            );
        } else {
            const kind = Array.isArray(value) ? "a list" : "an object";
            this.refuse(`is ${kind}, not a string`, { edit: "Write a string" });
        }
        return undefined;
    }

    /** The string here if it is one of `values`; refuses any other and returns the first. */
    oneOf<Value extends string>(values: readonly [Value, ...Value[]]): Value {
        const found = values.find((value) => value === this.value);
        if (found !== undefined) return found;
        const meant = closest(String(this.value), values);
        const remedy = meant === undefined ? { choose: values } : { set: meant };
        this.refuse(`is not one of: ${values.join(", ")}`, remedy);
        return values[0];
    }

    /** The strings in this list; refuses entries that repeat another or that `check` refuses. */
    strings(check: (value: string, entry: Setting) => void): string[] {
        const strings = new Set<string>();
        for (const entry of this.entries()) {
            const value = entry.string();
            if (value === undefined) continue;
            if (strings.has(value))
                entry.refuse("is listed twice", { edit: "Delete one of the two" });
            else check(value, entry);
            strings.add(value);
        }
        return [...strings];
    }

    /** To write a list, of what `read` finds in this string. */
    asList(read: (value: string) => string[] = commaSeparated): Remedy {
        const entries = typeof this.value === "string" ? read(this.value) : [];
        return entries.length > 0 ? { set: entries } : { edit: "Write a list" };
    }

    /** The name and, unless it is a list or an object, whose fields may be secrets, the value. */
    private subject(): string {
        const { value } = this;
        const isShown = ["string", "number", "boolean"].includes(typeof value) && value !== "";
        const shown = isShown ? ` value '${escapeInvisible(String(value))}'` : "";
        return fullName(this.name) + shown;
    }

    private within(step: string | number, value: unknown): Setting {
        return new Setting(within(this.name, step), value, this.problems);
    }
}

/** The words between commas, without what is left of a list that is not closed. */
function commaSeparated(value: string): string[] {
    const words = value.split(",").map((word) => word.replace(/^[\s["']+|[\s\]"']+$/g, ""));
    return words.filter((word) => word !== "");
}

import { isObject } from "../../commandLine/json";

/** Settings without encryption, which only Pulumi's CLI can undo. */
export interface Decrypted {
    /** With samples in place of what is encrypted, or `undefined` where the default is to stand. */
    readonly settings: Readonly<Record<string, unknown>>;
    /** Places of what is encrypted, such as `flexai-oidc:users[0].email`. */
    readonly encrypted: readonly string[];
}

/** Replaces what is encrypted, on any level, by a sample that the program accepts. */
export function withSamples(settings: Readonly<Record<string, unknown>>): Decrypted {
    const encrypted: string[] = [];
    const replaced = (value: unknown, path: string): unknown => {
        if (Array.isArray(value)) {
            return value.map((entry, index) => replaced(entry, `${path}[${String(index)}]`));
        }
        if (!isObject(value)) return value;
        if (typeof value.secure === "string" && Object.keys(value).length === 1) {
            encrypted.push(path);
            return sampleOf(path, String(encrypted.length));
        }
        return mapValues(value, (field, name) => replaced(field, `${path}.${name}`));
    };
    return { settings: mapValues(settings, replaced), encrypted };
}

function mapValues(
    object: Readonly<Record<string, unknown>>,
    map: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(object).map(([name, value]) => [name, map(value, name)]),
    );
}

function sampleOf(path: string, number: string): string | undefined {
    if (/(?:email|from|replyTo)$/i.test(path)) return `sample-${number}@example.com`;
    if (/[.[]/.test(path)) return `sample-${number}.example.com`;
    return /secret$/i.test(path) ? "sample" : undefined;
}

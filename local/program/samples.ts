import { isObject } from "../../commandLine/json";

/** Settings without encryption, which only Pulumi's CLI can undo. */
export interface Decrypted {
    /** With samples in place of what is encrypted, and without a setting where its default is to stand. */
    readonly settings: Readonly<Record<string, unknown>>;
    /** Places of what is encrypted, such as `flexai-oidc:users[0].email`. */
    readonly encrypted: readonly string[];
}

/**
 * Replaces what is encrypted, on any level, by a sample that the program accepts. A setting for a part of
 * which there is no sample is left out as a whole, because the program may not accept the rest of it.
 */
export function withSamples(given: Readonly<Record<string, unknown>>): Decrypted {
    const encrypted: string[] = [];
    const leftOut = new Set<string>();
    const replaced = (value: unknown, path: string): unknown => {
        if (Array.isArray(value)) {
            return value.map((entry, index) => replaced(entry, `${path}[${String(index)}]`));
        }
        if (!isObject(value)) return value;
        if (typeof value.secure !== "string" || Object.keys(value).length !== 1) {
            return mapValues(value, (field, name) => replaced(field, `${path}.${name}`));
        }
        encrypted.push(path);
        const sample = sampleOf(path, String(encrypted.length));
        if (sample === undefined) leftOut.add(settingAt(path));
        return sample;
    };
    const settings = Object.entries(mapValues(given, replaced)).filter(
        // The secret is refused without the provider that it belongs to.
        ([name]) => !leftOut.has(name.replace(/(?<=:companyLogin)Secret$/, "")),
    );
    return { settings: Object.fromEntries(settings), encrypted };
}

function mapValues(
    object: Readonly<Record<string, unknown>>,
    map: (value: unknown, name: string) => unknown,
): Record<string, unknown> {
    return Object.fromEntries(
        Object.entries(object).map(([name, value]) => [name, map(value, name)]),
    );
}

/** Full name of the setting that a place such as `flexai-oidc:users[0].email` is in. */
export function settingAt(place: string): string {
    return place.replace(/[.[].*/, "");
}

function sampleOf(path: string, number: string): string | undefined {
    if (/:alarmEmail$|\.(?:email|from|replyTo)$/.test(path)) return `sample-${number}@example.com`;
    if (path.endsWith(".issuer")) return `https://sample-${number}.example.com`;
    if (path.includes(":otherHostnames[")) return `sample-${number}.example.com`;
    const names = /\.(?:username|preferredUsername|clientId)$|:companyLogin(?:Secret|\.name)$/;
    return names.test(path) ? `sample-${number}` : undefined;
}

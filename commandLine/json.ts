/** An object of JSON: neither `null` nor a list. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object of JSON, which `null` and a list are not. */
export function isObject(value: unknown): value is JsonObject {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The fields of an object; none if the value is anything else. */
export function fields(value: unknown): JsonObject {
    return isObject(value) ? value : {};
}

/** The strings in a list; none if the value is anything else. */
export function strings(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** The fields of a JSON object; none if the value is anything else. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The strings in a JSON list; none if the value is anything else. */
export function strings(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

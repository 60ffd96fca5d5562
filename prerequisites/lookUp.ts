/** The fields of a JSON object; none if the value is anything else. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The strings in a JSON list; none if the value is anything else. */
export function strings(value: unknown): readonly string[] {
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/**
 * The result of a look-up as the AWS provider returns it: what AWS does not have is absent, lists
 * included, although the SDK's types say otherwise.
 */
export type Absent<Result> = Result extends readonly (infer Item)[]
    ? readonly (Absent<Item> | null | undefined)[]
    : Result extends object
      ? { readonly [Key in keyof Result]?: Absent<Result[Key]> | null | undefined }
      : Result;

/** Why a look-up failed. */
export function reasonOf(error: unknown): string {
    return (error instanceof Error ? error.message : String(error)).trim();
}

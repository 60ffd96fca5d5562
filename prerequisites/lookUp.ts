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

/** Reads the account's id off an ARN, which saves a look-up of the caller's identity. */
export function accountOf(arn: string): string {
    // Fails closed: an empty id matches no account.
    return arn.split(":")[4] ?? "";
}

/** Whether it is an ARN of something that is in a region. */
export function isRegionalArn(value: string): boolean {
    return /^arn:aws:[a-z0-9-]+:[a-z0-9-]+:\d{12}:[^\s\p{C}]+$/u.test(value);
}

/** The region in an ARN. */
export function regionOfArn(arn: string): string {
    return arn.split(":")[3] ?? "";
}

/** What an ARN calls the resource in its service, such as `example.com` in `...:identity/example.com`. */
export function nameInArn(arn: string): string {
    return arn
        .split(":")
        .slice(5)
        .join(":")
        .replace(/^[^/]*\//, "");
}

/** What the id of a user pool looks like, such as `eu-central-1_Abc123XyZ`. */
export const userPoolIdPattern = "[a-z]{2,}(?:-[a-z]+)+-[0-9]+_[0-9A-Za-z]{1,45}";

/** Whether the string has the form of a user pool's id, such as `eu-central-1_Abc123XyZ`. */
export function isUserPoolId(value: string): boolean {
    return new RegExp(`^${userPoolIdPattern}$`).test(value);
}

/** The region of a user pool, which its id begins with. */
export function regionOf(userPoolId: string): string {
    return userPoolId.split("_")[0] ?? "";
}

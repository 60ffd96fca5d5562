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

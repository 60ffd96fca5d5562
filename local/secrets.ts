import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Makes a random string of 256 bits. */
export function randomSecret(): string {
    return randomBytes(32).toString("base64url");
}

/** Whether two secrets are the same. The time that it takes depends on neither. */
export function sameSecret(one: string, other: string): boolean {
    return timingSafeEqual(sha256(one), sha256(other));
}

/** SHA-256 of a string. */
export function sha256(value: string): Buffer {
    return createHash("sha256").update(value).digest();
}

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Makes a text that cannot be guessed: 256 bits. */
export function randomSecret(): string {
    return randomBytes(32).toString("base64url");
}

/** Tells whether two secrets are the same, in a time that depends on neither. */
export function sameSecret(one: string, other: string): boolean {
    return timingSafeEqual(sha256(one), sha256(other));
}

/** SHA-256 of a text. */
export function sha256(text: string): Buffer {
    return createHash("sha256").update(text).digest();
}

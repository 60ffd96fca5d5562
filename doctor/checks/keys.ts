import type { JSONWebKeySet, JWK } from "jose";

import { isObject } from "../../commandLine/json";
import { type Check, failed, passed } from "../check";
import type { Deployment } from "../deployment";
import { foreignResponse, isJson, jsonObject, request } from "../http";

/** Bits of a modulus that RS256 needs (RFC 7518, section 3.3), and that OpenSSL computes with. */
const bits = { least: 2048, most: 16_384 };

/** Checks that there are keys to verify tokens with, and passes them on. */
export function keysCheck(deployment: Deployment, host: Check): Check<JSONWebKeySet> {
    const { jwksUri } = deployment;
    return {
        name: "the JWKS has RS256 keys",
        needs: [host],
        run: async () => {
            const response = await request(jwksUri);
            if (!isJson(response)) throw foreignResponse(response);
            const keys: unknown = jsonObject(response)?.keys;
            const usable = (Array.isArray(keys) ? keys : []).filter(isUsable);
            if (usable.length > 0) {
                return passed(`${String(usable.length)} of them`, { keys: usable });
            }
            return failed(
                `an RS256 key of ${String(bits.least)} bits or more at ${jwksUri}`,
                "none",
                "flexAI cannot verify any token. Check whether the output jwksUri is this user " +
                    "pool's: read the outputs again.",
                deployment.commands.restore,
            );
        },
    };
}

/** Whether an entry of the JWKS is a key that flexAI can verify a token with. */
function isUsable(value: unknown): value is JWK {
    if (!isObject(value)) return false;
    const { kty, alg, use, key_ops: operations, kid, n, e } = value;
    if (kty !== "RSA" || alg !== "RS256" || typeof kid !== "string") return false;
    if (use !== undefined && use !== "sig") return false;
    if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify"))) {
        return false;
    }
    const modulus = bitsOf(n);
    return modulus >= bits.least && modulus <= bits.most && bitsOf(e) >= 2 && isOdd(e);
}

/** Whether a number is odd: an even exponent has no inverse, so nothing is signed with it. */
function isOdd(number: unknown): boolean {
    return ((Buffer.from(String(number), "base64url").at(-1) ?? 0) & 1) === 1;
}

/** Counts the bits of a number. RFC 7518, section 2: Base64urlUInt. */
function bitsOf(number: unknown): number {
    if (typeof number !== "string" || !/^[\w-]+$/.test(number)) return 0;
    const hex = Buffer.from(number, "base64url").toString("hex").replace(/^0+/, "");
    return hex === "" ? 0 : hex.length * 4 - Math.clz32(parseInt(hex.charAt(0), 16)) + 28;
}

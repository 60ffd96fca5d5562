import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";

import { CheckFailed, failed } from "../check";
import type { Commands } from "../commands";

/** What a token must contain. */
export interface Contents {
    readonly issuer: string;
    /** Claims with their exact values. */
    readonly exact: Readonly<Record<string, unknown>>;
    readonly rolesClaim: string;
    readonly role: string;
}

/**
 * Verifies a token's signature, expiry and claims.
 *
 * @returns The roles in it
 * @throws {CheckFailed} When something is wrong with it
 */
export async function verifiedRoles(
    token: string,
    keys: JSONWebKeySet,
    { issuer, exact, rolesClaim, role }: Contents,
    { restore }: Commands,
): Promise<readonly unknown[]> {
    const fail = (expected: string, seen: string, advice: string) =>
        new CheckFailed(failed(expected, seen, advice, restore));
    const claims = await verifiedClaims();
    for (const [name, value] of Object.entries(exact)) {
        if (claims[name] === value) continue;
        throw fail(
            `${name} ${JSON.stringify(value)}`,
            claims[name] === undefined ? `no ${name}` : JSON.stringify(claims[name]),
            "The client or the pre token generation trigger is not the program's: restore it.",
        );
    }
    const roles = claims[rolesClaim];
    const held: readonly unknown[] = Array.isArray(roles) ? roles : [];
    if (held.includes(role)) return held;
    throw fail(
        `${rolesClaim} with ${role}`,
        roles === undefined ? `no ${rolesClaim}` : JSON.stringify(roles),
        "The user was in the role's group. The pre token generation trigger must be the program's, " +
            "with event version V2_0 and the role among its roles: restore it. See " +
            "docs/broken.md#nobody-has-permission",
    );

    async function verifiedClaims() {
        try {
            const options = { issuer, algorithms: ["RS256"] };
            return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
        } catch (error) {
            if (!(error instanceof errors.JOSEError)) throw error;
            throw fail(
                "a token that is signed by the provider and valid now",
                error.message,
                "flexAI would refuse it. Set the clock of this machine, or read the outputs again. See " +
                    "docs/broken.md#jwt-is-expired",
            );
        }
    }
}

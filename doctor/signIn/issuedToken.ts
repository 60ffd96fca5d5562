import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from "jose";

import { Unexpected } from "./unexpected";

/** What a token must contain. */
export interface Contents {
    readonly issuer: string;
    /** Claims with their exact values. */
    readonly exact: Readonly<Record<string, unknown>>;
    readonly rolesClaim: string;
    readonly role: string;
}

/**
 * Checks a token's signature, expiry and claims.
 *
 * @returns The roles in it
 * @throws {Unexpected} When something is wrong with it
 */
export async function checkToken(
    token: string,
    keys: JSONWebKeySet,
    { issuer, exact, rolesClaim, role }: Contents,
): Promise<readonly unknown[]> {
    const claims = await verifiedClaims(token, keys, issuer);
    for (const [name, value] of Object.entries(exact)) {
        if (claims[name] === value) continue;
        throw new Unexpected(
            `${name} ${JSON.stringify(value)}`,
            claims[name] === undefined ? `no ${name}` : JSON.stringify(claims[name]),
            "Look at the pool's pre token generation trigger. This restores the program's:",
        );
    }
    const roles = claims[rolesClaim];
    const held: readonly unknown[] = Array.isArray(roles) ? roles : [];
    if (held.includes(role)) return held;
    throw new Unexpected(
        `${rolesClaim} with ${role}`,
        roles === undefined ? `no ${rolesClaim}` : JSON.stringify(roles),
        "The user is in the role's group, and the trigger does not say so. It must be the " +
            "program's, with event version V2_0 and the role among its roles. This restores it:",
    );
}

async function verifiedClaims(token: string, keys: JSONWebKeySet, issuer: string) {
    try {
        const options = { issuer, algorithms: ["RS256"] };
        return (await jwtVerify(token, createLocalJWKSet(keys), options)).payload;
    } catch (error) {
        if (!(error instanceof errors.JOSEError)) throw error;
        throw new Unexpected(
            "a token that is signed by the provider and valid now",
            error.message,
            "flexAI would refuse it. Set the clock of this machine, or read the outputs again:",
        );
    }
}

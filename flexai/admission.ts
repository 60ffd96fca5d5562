import { flexaiRoles } from "./manual";

/** The claims of a token. */
export type Claims = Readonly<Record<string, unknown>>;

/** How flexAI would treat a user. */
export interface Admission {
    /** Name that flexAI would show, if the token carries one. */
    readonly name: string | undefined;
    /** Roles that flexAI would grant, in the order of the claim. */
    readonly roles: readonly string[];
    /** Why flexAI would refuse the user; empty if it would not. */
    readonly refusals: readonly string[];
}

/** Applies flexAI's rule to the claims of an ID token. Source: flexAI's manual. */
export function admission(claims: Claims, rolesClaim: string): Admission {
    const name = claims.preferred_username;
    const named = typeof name === "string" && name !== "";
    const roles = recognizedRoles(claims[rolesClaim]);
    const refusals = [];
    if (!named) refusals.push("The ID token has no preferred_username.");
    if (roles.length === 0) {
        refusals.push(
            `You have none of the roles ${flexaiRoles.join(", ")} (claim ${rolesClaim}).`,
        );
    }
    return { name: named ? name : undefined, roles, refusals };
}

/** Picks the roles that flexAI knows. */
function recognizedRoles(roles: unknown): readonly string[] {
    const held: readonly unknown[] = Array.isArray(roles) ? roles : [];
    return held.filter(
        (role): role is string => typeof role === "string" && flexaiRoles.includes(role),
    );
}

import { randomUUID } from "node:crypto";

import { customGroupsAttribute } from "../../components/identityProvider";
import type { RegisteredCompany } from "../program/registeredCompany";

/** Somebody in the company, made up for the try-out. */
export interface Colleague {
    /** The claim `sub`. */
    readonly sub: string;
    readonly name: string;
    /** Without one, Cognito refuses the sign-in. */
    readonly email: string | undefined;
    /** Names of the company's groups that the colleague belongs to. */
    readonly groups: readonly string[];
    /** Whether the colleague has been taken out of all of them. */
    isTakenOut: boolean;
}

/** Groups by the role that they grant. */
export type GroupsByRole = Readonly<Record<string, readonly string[]>>;

const names = ["Ida", "Jon", "Kim", "Lea", "Max", "Nora", "Olaf", "Pia", "Rosa", "Sven"];

/**
 * Makes up the company's people: one for each role, one in all groups, one in a group without a role,
 * one in none, and one without an email.
 */
export function colleaguesOf(company: string, groupsByRole: GroupsByRole): Colleague[] {
    const mapped = [...new Set(Object.values(groupsByRole).flat())];
    let other = "Canteen";
    while (mapped.includes(other)) other += "-2";
    const firsts = Object.values(groupsByRole).flatMap((groups) => groups.slice(0, 1));
    const memberships = [
        ...firsts.map((group) => [group]),
        ...(mapped.length > 1 ? [mapped] : []),
        [other],
        [],
        mapped.slice(0, 1),
    ];
    return memberships.map((groups, index) => {
        const name = `${names[index] ?? `Person ${String(index + 1)}`} ${company}`;
        const isLast = index === memberships.length - 1;
        const address = `${name.toLowerCase().replaceAll(" ", ".")}@company.invalid`;
        return {
            sub: randomUUID(),
            name,
            email: isLast ? undefined : address,
            groups,
            isTakenOut: false,
        };
    });
}

/** The groups that a colleague is in now. */
export function groupsOf({ groups, isTakenOut }: Colleague): readonly string[] {
    return isTakenOut ? [] : groups;
}

/** What the company says of a colleague. As at most providers, a claim that would be empty is left out. */
export function claimsOf(
    colleague: Colleague,
    { claims }: Pick<RegisteredCompany, "claims">,
): Record<string, unknown> {
    const groups = groupsOf(colleague);
    const values: Readonly<Record<string, unknown>> = {
        preferred_username: colleague.name,
        email: colleague.email,
        [customGroupsAttribute]: groups.length > 0 ? groups : undefined,
    };
    const said = Object.entries(claims)
        .map(([attribute, claim]) => [claim, values[attribute]] as const)
        .filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(said), sub: colleague.sub };
}

import * as fc from "fast-check";

import type { PreTokenGenerationOptions } from "../../functions/preTokenGeneration";
import { cognitoEvent, defaults } from "./preTokenGeneration";

const prototypeNames = Object.getOwnPropertyNames(Object.prototype);

/** Some options, few because the code of each has to be serialised. */
export const someOptions: readonly PreTokenGenerationOptions[] = [
    defaults,
    { ...defaults, rolesClaim: "roles", defaultRoles: ["flexai-user"] },
    { ...defaults, defaultRoles: [...defaults.roles].reverse() },
    { ...defaults, roles: ["Käse", "constructor", "日本", "a'b\"\\`${x}", "\u2028"] },
];

/** Any character. Before its own, `binary`, fast-check makes a table of all of them, which takes a second. */
const character = fc.integer({ min: 0, max: 0x10ffff - 0x800 }).map(
    (index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800),
    (value) => {
        const [point = -1, ...others] = Array.from(String(value), (one) => one.codePointAt(0) ?? 0);
        if (others.length > 0) throw new Error("It is not one character.");
        return point < 0xd800 ? point : point - 0x800;
    },
);

const names = fc.oneof(
    fc.constantFrom(...defaults.roles, "Käse", "日本", ...prototypeNames),
    fc.string({ minLength: 1, unit: character }),
);

/** Any options, well-formed as the configuration's checks leave them. */
export const anyOptions: fc.Arbitrary<PreTokenGenerationOptions> = fc
    .uniqueArray(names, { minLength: 1, maxLength: 8 })
    .chain((roles) =>
        fc.record({
            rolesClaim: fc.constantFrom("https://flexai.de/roles", "roles"),
            roles: fc.constant(roles),
            defaultRoles: fc.shuffledSubarray(roles),
        }),
    );

/** Another name that a person or a careless comparison may confuse with this one. */
export function lookAlikes(role: string): fc.Arbitrary<string> {
    return fc
        .constantFrom(
            role.toUpperCase(),
            `${role} `,
            ` ${role}`,
            `${role}\u0000`,
            `${role}\u200b`,
            `\ufeff${role}`,
            `${role},`,
            role.slice(0, -1),
            role.slice(1),
            role + role,
            role.replace("a", "а"),
            role.replace("e", "е"),
            role.replace("-", "‐"),
            role.normalize("NFD"),
            Array.from(role).reverse().join(""),
        )
        .filter((name) => name !== role);
}

/** Lists of groups in which roles, look-alikes, prototype names and anything else stand. */
export function groupsFor({ roles }: PreTokenGenerationOptions): fc.Arbitrary<string[]> {
    return fc.array(
        fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom(...roles) },
            fc.constantFrom(...roles).chain(lookAlikes),
            fc.constantFrom(...prototypeNames),
            fc.string({ unit: character }),
        ),
    );
}

const unknownFields = fc.dictionary(
    fc
        .string()
        .filter((name) => !["request", "groupConfiguration", "groupsToOverride"].includes(name)),
    fc.jsonValue(),
);

/** The same groups in events that differ in everything else. */
export function dressed(groups: unknown): fc.Arbitrary<object> {
    return fc
        .record({
            userAttributes: fc.oneof(
                fc.jsonValue(),
                fc.constant({ roles: defaults.roles, "cognito:groups": defaults.roles }),
                fc.record({ preferred_username: fc.constantFrom("", "Anna", null) }),
            ),
            clientMetadata: fc.oneof(
                fc.jsonValue(),
                fc.constant({ groupsToOverride: defaults.roles }),
            ),
            response: fc.jsonValue(),
            fields: fc.tuple(unknownFields, unknownFields, unknownFields),
        })
        .map(({ userAttributes, clientMetadata, response, fields: [outer, middle, inner] }) => ({
            ...cognitoEvent([]),
            ...outer,
            response,
            request: {
                ...middle,
                userAttributes,
                clientMetadata,
                groupConfiguration: { ...inner, groupsToOverride: groups },
            },
        }));
}

/** Anything that JSON can say in place of the event or of any part on the way to the groups. */
export const malformed: fc.Arbitrary<{ event: unknown; groups: unknown }> = fc.oneof(
    fc.jsonValue().map((event) => ({ event, groups: undefined })),
    fc.jsonValue().map((request) => ({ event: { request }, groups: undefined })),
    fc.jsonValue().map((part) => ({
        event: { request: { groupConfiguration: part } },
        groups: undefined,
    })),
    fc
        .oneof(
            fc.jsonValue(),
            fc.constantFrom(...defaults.roles),
            fc.array(fc.oneof(fc.constantFrom(...defaults.roles), fc.jsonValue())),
        )
        .map((groups) => ({
            event: { request: { groupConfiguration: { groupsToOverride: groups } } },
            groups,
        })),
);

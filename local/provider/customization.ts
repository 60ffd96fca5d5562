import { TriggerError } from "../trigger/trigger";
import type { Claims } from "./claims";

/** What the trigger wants changed. */
export interface Customization {
    /** Groups in place of the user's own. */
    readonly groups: readonly string[];
    readonly idToken: ClaimChanges;
    readonly accessToken: ClaimChanges;
    readonly scopesToAdd: readonly string[];
    readonly scopesToSuppress: readonly string[];
}

interface ClaimChanges {
    readonly add: Claims;
    readonly suppress: readonly string[];
}

/** Claims that a trigger cannot change. Source: Cognito's developer guide. */
const reserved = new Set(
    (
        "sub iss exp iat nbf jti origin_jti nonce at_hash auth_time azp acr amr token_use event_id " +
        "identities username client_id device_key version aud"
    ).split(" "),
);

/**
 * Reads the answer of a pre token generation trigger, event version 2.
 *
 * @param groups - The user's groups, which stay unless the answer says otherwise
 * @throws {TriggerError} When the answer is none
 */
export function readCustomization(answer: unknown, groups: readonly string[]): Customization {
    const given = object(answer);
    if (!given || !("response" in given)) throw unrecognizable();
    const response = optionalObject(given.response);
    const details = optionalObject(response.claimsAndScopeOverrideDetails);
    const idToken = optionalObject(details.idTokenGeneration);
    const accessToken = optionalObject(details.accessTokenGeneration);
    const override = details.groupOverrideDetails ?? undefined;
    return {
        // An object without groups takes the groups away.
        groups: override === undefined ? groups : texts(optionalObject(override).groupsToOverride),
        idToken: changes(idToken),
        accessToken: changes(accessToken),
        scopesToAdd: texts(accessToken.scopesToAdd),
        scopesToSuppress: texts(accessToken.scopesToSuppress),
    };
}

/** Changes claims as the trigger wants; reserved ones stay, and suppression wins over adding. */
export function customized(claims: Claims, { add, suppress }: ClaimChanges): Claims {
    const changed = Object.entries({
        ...claims,
        ...Object.fromEntries(Object.entries(add).filter(([name]) => !isReserved(name))),
    });
    return Object.fromEntries(
        changed.filter(([name]) => isReserved(name) || !suppress.includes(name)),
    );
}

function isReserved(name: string): boolean {
    return reserved.has(name) || name.startsWith("dev:") || name.startsWith("cognito:");
}

function changes(generation: Claims): ClaimChanges {
    return {
        add: optionalObject(generation.claimsToAddOrOverride),
        suppress: texts(generation.claimsToSuppress),
    };
}

function object(value: unknown): Claims | undefined {
    const is = typeof value === "object" && value !== null && !Array.isArray(value);
    return is ? (value as Claims) : undefined;
}

function optionalObject(value: unknown): Claims {
    const given = object(value ?? {});
    if (!given) throw unrecognizable();
    return given;
}

function texts(value: unknown): readonly string[] {
    const given: unknown = value ?? [];
    const are = Array.isArray(given) && given.every((text) => typeof text === "string");
    if (!are) throw unrecognizable();
    return given;
}

function unrecognizable(): TriggerError {
    return new TriggerError("Unrecognizable lambda output");
}

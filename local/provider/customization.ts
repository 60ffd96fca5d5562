import { isObject } from "../../commandLine/json";
import { TriggerError } from "../trigger/trigger";
import type { Claims } from "./claims";

/** The changes that the trigger asks for. */
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
 * Reads the response of a pre token generation trigger, event version 2.
 *
 * @param groups - The user's groups, unless the response replaces them
 * @throws {TriggerError} When the response is malformed
 */
export function readCustomization(returned: unknown, groups: readonly string[]): Customization {
    if (!isObject(returned) || !("response" in returned)) throw unrecognizable();
    const response = optionalObject(returned.response);
    const details = optionalObject(response.claimsAndScopeOverrideDetails);
    const idToken = optionalObject(details.idTokenGeneration);
    const accessToken = optionalObject(details.accessTokenGeneration);
    const override = details.groupOverrideDetails ?? undefined;
    return {
        // An object without groups removes the user's groups.
        groups:
            override === undefined ? groups : strings(optionalObject(override).groupsToOverride),
        idToken: changes(idToken),
        accessToken: changes(accessToken),
        scopesToAdd: strings(accessToken.scopesToAdd),
        scopesToSuppress: strings(accessToken.scopesToSuppress),
    };
}

/** Changes claims as the trigger asks; reserved ones stay, and suppression wins over adding. */
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
        suppress: strings(generation.claimsToSuppress),
    };
}

function optionalObject(value: unknown): Claims {
    const given = value ?? {};
    if (!isObject(given)) throw unrecognizable();
    return given;
}

function strings(value: unknown): readonly string[] {
    const list: unknown = value ?? [];
    if (Array.isArray(list) && list.every((entry) => typeof entry === "string")) return list;
    throw unrecognizable();
}

function unrecognizable(): TriggerError {
    return new TriggerError("Unrecognizable lambda output");
}

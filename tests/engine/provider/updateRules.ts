import { checkProviders, checkStyle, isThreatProtectionOn, kind } from "./awsRules";
import type { HeldResource } from "./resource";

/** @throws {Error} When AWS would refuse to change the resource into this */
export function checkUpdate(
    { type, inputs: olds }: HeldResource,
    inputs: HeldResource["inputs"],
    held: readonly HeldResource[],
): void {
    if (kind(type) === "ManagedLoginBranding") checkStyle(inputs);
    if (kind(type) === "UserPoolClient") checkProviders(inputs, held);
    const { lambdaConfig, userPoolTier } = inputs;
    if (kind(type) !== "UserPool") return;
    const kept = namesOf(inputs.schemas);
    if (namesOf(olds.schemas).some((name) => !kept.includes(name))) {
        throw new Error("cannot modify or remove schema items");
    }
    if (userPoolTier !== "PLUS" && isThreatProtectionOn(inputs)) {
        throw new Error(
            "FeatureUnavailableInTierException: The following features need to be disabled for the" +
                ` ${String(userPoolTier)} pricing tier configured: Threat Protection`,
        );
    }
    if (userPoolTier !== "LITE") return;
    if (JSON.stringify(lambdaConfig ?? {}).includes('"V2_0"')) {
        throw new Error("FeatureUnavailableInTierException: V2_0 is not part of the LITE plan.");
    }
}

function namesOf(schemas: unknown): readonly string[] {
    return ((schemas ?? []) as readonly { readonly name: string }[]).map(({ name }) => name);
}

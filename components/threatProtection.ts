import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** What Cognito does about attacks on accounts. */
export const threatProtectionChoices = ["off", "audit", "enforced"] as const;

/** One of {@link threatProtectionChoices}. */
export type ThreatProtection = (typeof threatProtectionChoices)[number];

/** Settings of a pool's threat protection. */
export interface ThreatProtectionSettings {
    /** Whether Cognito assesses each sign-in (`audit`) and acts on it (`enforced`): the plan Plus. */
    readonly threatProtection: ThreatProtection;
    /**
     * Whether the deployed pool has a mode of threat protection, be it that it is off.
     *
     * @default false
     */
    readonly hasThreatProtectionMode?: boolean;
}

/**
 * Settles plan and mode. Of a pool that has had a mode, off is stated and not left to what an update
 * resets: AWS refuses the plan Essentials while the protection is on.
 */
export function threatProtectionArgs({
    threatProtection,
    hasThreatProtectionMode = false,
}: ThreatProtectionSettings): Pick<aws.cognito.UserPoolArgs, "userPoolTier" | "userPoolAddOns"> {
    if (threatProtection !== "off") {
        const advancedSecurityMode = threatProtection === "audit" ? "AUDIT" : "ENFORCED";
        return { userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode } };
    }
    return {
        // LITE has neither event version 2, which customizes access tokens, nor a password history.
        userPoolTier: "ESSENTIALS",
        ...(hasThreatProtectionMode && { userPoolAddOns: { advancedSecurityMode: "OFF" } }),
    };
}

/**
 * Sets what Cognito does where the protection is enforced; it does nothing of it in an audit. Every
 * level of risk is stated: by Cognito's defaults each of them is blocked. None asks for a second
 * factor, which is `mfa`'s to decide, and none sends an email, which needs an identity in SES.
 */
export function respondToRisks(
    name: string,
    userPoolId: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.RiskConfiguration {
    const allow = { eventAction: "NO_ACTION", notify: false };
    return new aws.cognito.RiskConfiguration(
        name,
        {
            userPoolId,
            compromisedCredentialsRiskConfiguration: {
                eventFilters: ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
                actions: { eventAction: "BLOCK" },
            },
            accountTakeoverRiskConfiguration: {
                actions: {
                    lowAction: allow,
                    mediumAction: allow,
                    highAction: { eventAction: "BLOCK", notify: false },
                },
            },
        },
        // Cognito refuses its deletion once the protection is off, which is done before. It has no
        // effect then, and goes with the pool.
        { ...opts, retainOnDelete: true },
    );
}

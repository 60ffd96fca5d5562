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
     * Whether the deployed pool has a threat protection mode, `OFF` included.
     *
     * @default false
     */
    readonly hasThreatProtectionMode?: boolean;
}

/**
 * Sets plan and mode. A pool that has had a mode gets `OFF` explicitly, because an update may keep
 * what it leaves out, and AWS refuses the plan Essentials while the protection is on.
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
 * Sets what Cognito does about a risk where the protection is enforced; in an audit it does nothing.
 * Every level is set, because by default Cognito blocks each of them. None asks for a second factor,
 * which the setting `mfa` decides, and none sends an email, which needs an identity in SES.
 */
export function respondToRisks(
    name: string,
    userPoolId: pulumi.Input<string>,
    { threatProtection }: ThreatProtectionSettings,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.RiskConfiguration[] {
    if (threatProtection === "off") return [];
    const allow = { eventAction: "NO_ACTION", notify: false };
    const risks = new aws.cognito.RiskConfiguration(
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
        // By then the protection is off, and Cognito refuses the deletion. It has no effect any more
        // and is deleted with the pool.
        { ...opts, retainOnDelete: true },
    );
    return [risks];
}

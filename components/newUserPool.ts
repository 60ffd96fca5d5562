import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { removable } from "./destroyGuard";
import { type CompanyLoginSettings, groupsAttributes, registerCompanyLogin } from "./companyLogin";
import {
    emailConfiguration,
    type EmailSender,
    type Invitation,
    inviteMessageTemplate,
    temporaryPasswordValidityDays,
} from "./emails";
import { logMailFailures, type MailFailureLogSettings } from "./mailFailureLog";
import { allowCognito, lambdaConfig } from "./preTokenGenerationTrigger";
import {
    respondToRisks,
    threatProtectionArgs,
    type ThreatProtectionSettings,
} from "./threatProtection";
import type { UserPoolSource } from "./userPoolSource";

/** What a pool asks for after the password. */
export const mfaChoices = ["none", "required"] as const;

/** One of {@link mfaChoices}. */
export type Mfa = (typeof mfaChoices)[number];

/** Settings of a new user pool. */
export interface NewUserPoolSettings
    extends CompanyLoginSettings, MailFailureLogSettings, ThreatProtectionSettings {
    /** Second factor that everybody's sign-in asks for: `required` is the code of an authenticator app. */
    readonly mfa: Mfa;
    /** Whether AWS refuses to delete the pool, and Pulumi whatever flexAI depends on. */
    readonly deletionProtection: boolean;
    /** The email to a new user, or parts of it. */
    readonly invitation: Invitation;
    /**
     * Where its emails come from.
     *
     * @default Cognito's own address, with its 50 emails a day
     */
    readonly emailSender?: EmailSender | undefined;
    /** Tags of everything that takes tags. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A user pool of the stack's own.
 *
 * @param home - Address of flexAI, for the invitation
 */
export function newUserPool(settings: NewUserPoolSettings, home: string): UserPoolSource {
    return {
        outlivesStack: false,
        domain: undefined,
        register(name, triggerArn, opts) {
            const args = userPoolArgs(settings, home, triggerArn);
            const pool = new aws.cognito.UserPool(name, args, opts);
            allowCognito(name, triggerArn, pool.arn, opts);
            const taken = removable(opts);
            const company = registerCompanyLogin(name, pool, settings, taken);
            const unprotected = [
                ...company.unprotected,
                ...logMailFailures(name, pool.id, settings, taken),
                ...respondToRisks(name, pool.id, settings, taken),
            ];
            return { ...company, unprotected };
        },
        groupOptions: () => ({}),
    };
}

/** Sets every property of the user pool. Sources: flexAI's manual and Cognito's developer guide. */
function userPoolArgs(
    settings: NewUserPoolSettings,
    home: string,
    triggerArn: pulumi.Input<string>,
): aws.cognito.UserPoolArgs {
    return {
        aliasAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        schemas: [
            attribute("email", true),
            attribute("preferred_username", true),
            ...groupsAttributes(settings).map((name) => attribute(name, false)),
        ],

        adminCreateUserConfig: {
            allowAdminCreateUserOnly: true,
            inviteMessageTemplate: inviteMessageTemplate(settings.invitation, home),
        },
        passwordPolicy: {
            minimumLength: 14,
            requireLowercase: true,
            requireUppercase: true,
            requireNumbers: true,
            requireSymbols: true,
            passwordHistorySize: 5,
            temporaryPasswordValidityDays,
        },
        ...mfaArgs(settings.mfa),
        emailConfiguration: emailConfiguration(settings.emailSender),
        autoVerifiedAttributes: ["email"],
        userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        accountRecoverySetting: {
            recoveryMechanisms: [{ name: "verified_email", priority: 1 }],
        },

        ...threatProtectionArgs(settings),
        lambdaConfig: lambdaConfig(triggerArn),

        deletionProtection: settings.deletionProtection ? "ACTIVE" : "INACTIVE",
        tags: settings.tags,
    };
}

/**
 * Both are stated, because an update resets what is left out. Not `OPTIONAL`: managed login then has
 * no page on which a user could set up an authenticator app.
 */
function mfaArgs(
    mfa: Mfa,
): Pick<aws.cognito.UserPoolArgs, "mfaConfiguration" | "softwareTokenMfaConfiguration"> {
    return mfa === "required"
        ? { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } }
        : { mfaConfiguration: "OFF" };
}

/**
 * An attribute with every field set: AWS fills in what is missing, which would show as a difference
 * forever, and what a pool's schema has cannot be changed. The lengths are Cognito's own for standard
 * attributes.
 */
function attribute(name: string, required: boolean): aws.types.input.cognito.UserPoolSchema {
    return {
        name,
        attributeDataType: "String",
        required,
        mutable: true,
        developerOnlyAttribute: false,
        stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
    };
}

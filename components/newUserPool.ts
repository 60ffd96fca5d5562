import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import { allowCognito, lambdaConfig } from "./preTokenGenerationTrigger";
import type { UserPoolSource } from "./userPoolSource";

/** Settings of a new user pool. */
export interface NewUserPoolSettings {
    /** Whether AWS refuses to delete the pool, and Pulumi whatever flexAI depends on. */
    readonly deletionProtection: boolean;
    /** Tags of everything that takes tags. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

const temporaryPasswordValidityDays = 7;

/**
 * A user pool of the stack's own.
 *
 * @param home - Address of flexAI, for the invitation
 */
export function newUserPool(settings: NewUserPoolSettings, home: string): UserPoolSource {
    return {
        outlivesStack: false,
        domain: undefined,
        identityProviders: ["COGNITO"],
        writableAttributes: [],
        register(name, triggerArn, opts) {
            const args = userPoolArgs(settings, home, triggerArn);
            const pool = new aws.cognito.UserPool(name, args, opts);
            allowCognito(name, triggerArn, pool.arn, opts);
            return pool;
        },
        groupOptions: () => ({}),
    };
}

/** Settles every property of the user pool. Sources: flexAI's manual and Cognito's developer guide. */
function userPoolArgs(
    settings: NewUserPoolSettings,
    home: string,
    triggerArn: pulumi.Input<string>,
): aws.cognito.UserPoolArgs {
    return {
        aliasAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        schemas: [requiredAttribute("email"), requiredAttribute("preferred_username")],

        adminCreateUserConfig: {
            allowAdminCreateUserOnly: true,
            inviteMessageTemplate: invitation(home),
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
        mfaConfiguration: "OFF",
        autoVerifiedAttributes: ["email"],
        userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        accountRecoverySetting: {
            recoveryMechanisms: [{ name: "verified_email", priority: 1 }],
        },

        // LITE has neither event version 2, which customizes access tokens, nor a password history.
        userPoolTier: "ESSENTIALS",
        lambdaConfig: lambdaConfig(triggerArn),

        deletionProtection: settings.deletionProtection ? "ACTIVE" : "INACTIVE",
        tags: settings.tags,
    };
}

/**
 * A required attribute with every field set: AWS fills in what is missing, which would show as a
 * difference forever, and a pool's schema cannot be changed. The lengths are Cognito's own for
 * standard attributes.
 */
function requiredAttribute(name: string): aws.types.input.cognito.UserPoolSchema {
    return {
        name,
        attributeDataType: "String",
        required: true,
        mutable: true,
        developerOnlyAttribute: false,
        stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
    };
}

/**
 * The invitation, in which Cognito replaces `{username}` and `{####}`, the temporary password.
 *
 * The SMS message is never sent, because the pool has no SMS configuration. The AWS provider sends
 * an empty one when it is left out, and Cognito requires 6 to 140 characters with both placeholders
 * (terraform-provider-aws issue 13060).
 */
function invitation(
    home: string,
): aws.types.input.cognito.UserPoolAdminCreateUserConfigInviteMessageTemplate {
    return {
        emailSubject: "Your account for flexAI",
        emailMessage: [
            "<p>An account for flexAI has been created for you.</p>",
            `<p>Sign in at <a href="${home}">${home}</a></p>`,
            "<p>User name: {username}<br>Temporary password: {####}</p>",
            `<p>The temporary password is valid for ${String(temporaryPasswordValidityDays)} days; you choose your own when you first sign in.</p>`,
        ].join("\n"),
        smsMessage: "flexAI: user name {username}, temporary password {####}",
    };
}

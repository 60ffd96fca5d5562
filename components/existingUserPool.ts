import * as aws from "@pulumi/aws";

import type { ExistingDomain } from "./managedLogin";
import { allowCognito, lambdaConfig } from "./preTokenGenerationTrigger";
import type { UserPoolSource } from "./userPoolSource";

/** A user pool that the stack takes over. */
export interface ExistingUserPool {
    /** Id, such as `eu-central-1_Abc123XyZ`. */
    readonly id: string;
    readonly arn: string;
    /** Domain to use; without one, the pool gets a new one. */
    readonly domain: ExistingDomain | undefined;
    /** Roles whose groups exist already and are not yet part of this stack. */
    readonly groupsToImport: readonly string[];
    /** Identity providers that flexAI's sign-in page offers; `COGNITO` is the pool itself. */
    readonly identityProviders: readonly string[];
    /** Attributes that a sign-in may have to fill in. */
    readonly writableAttributes: readonly string[];
}

/** Arguments of the pool that stay as its team set them: an update resets whatever it leaves out. */
export const keptArguments: Readonly<Record<KeptArgument, true>> = {
    accountRecoverySetting: true,
    adminCreateUserConfig: true,
    aliasAttributes: true,
    autoVerifiedAttributes: true,
    deletionProtection: true,
    deviceConfiguration: true,
    emailConfiguration: true,
    emailMfaConfiguration: true,
    mfaConfiguration: true,
    name: true,
    passwordPolicy: true,
    region: true,
    schemas: true,
    signInPolicy: true,
    smsAuthenticationMessage: true,
    smsConfiguration: true,
    softwareTokenMfaConfiguration: true,
    tags: true,
    userAttributeUpdateSettings: true,
    userPoolAddOns: true,
    userPoolTier: true,
    usernameAttributes: true,
    usernameConfiguration: true,
    verificationMessageTemplate: true,
    webAuthnConfiguration: true,
};

/** Triggers of the pool that stay, for the same reason. */
export const keptTriggers: Readonly<Record<KeptTrigger, true>> = {
    createAuthChallenge: true,
    customEmailSender: true,
    customMessage: true,
    customSmsSender: true,
    defineAuthChallenge: true,
    kmsKeyId: true,
    postAuthentication: true,
    postConfirmation: true,
    preAuthentication: true,
    preSignUp: true,
    userMigration: true,
    verifyAuthChallengeResponse: true,
};

/**
 * Takes over a user pool: sets its trigger and leaves its other settings alone. The permission comes
 * first, because people sign in meanwhile. Deleting the stack leaves the pool, its groups and its trigger.
 */
export function existingUserPool(existing: ExistingUserPool): UserPoolSource {
    const { id, arn, domain, groupsToImport, identityProviders, writableAttributes } = existing;
    return {
        outlivesStack: true,
        domain,
        register(name, triggerArn, opts) {
            const kept = { ...opts, retainOnDelete: true };
            const permission = allowCognito(name, triggerArn, arn, kept);
            const pool = new aws.cognito.UserPool(
                // Named by its id, so that Pulumi never treats another pool as a new version of it.
                id,
                { lambdaConfig: lambdaConfig(triggerArn) },
                {
                    ...kept,
                    import: id,
                    ignoreChanges: [
                        ...Object.keys(keptArguments),
                        ...Object.keys(keptTriggers).map((trigger) => `lambdaConfig.${trigger}`),
                        // Or aws:defaultTags would tag the pool.
                        "tagsAll",
                    ],
                    // Or the stack could never be destroyed.
                    protect: false,
                    dependsOn: [permission],
                },
            );
            return { pool, unprotected: [], identityProviders, writableAttributes };
        },
        groupOptions: (role) => ({
            retainOnDelete: true,
            // A team may have given its group an IAM role.
            ignoreChanges: ["description", "precedence", "roleArn"],
            ...(groupsToImport.includes(role) && { import: `${id}/${role}` }),
        }),
    };
}

/** All but ours and the copies of `verificationMessageTemplate`, which the provider refuses beside it. */
type KeptArgument = Exclude<
    keyof aws.cognito.UserPoolArgs,
    | "lambdaConfig"
    | "emailVerificationMessage"
    | "emailVerificationSubject"
    | "smsVerificationMessage"
>;
/** All but ours, which Cognito lists under two names. */
type KeptTrigger = Exclude<
    keyof aws.types.input.cognito.UserPoolLambdaConfig,
    "preTokenGeneration" | "preTokenGenerationConfig"
>;

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { ExistingDomain } from "./managedLogin";
import { allowCognito, lambdaConfig } from "./userPoolTrigger";

/** A user pool that was there before the stack. */
export interface ExistingUserPool {
    /** Id, such as `eu-central-1_Abc123XyZ`. */
    readonly id: string;
    /** ARN. */
    readonly arn: string;
    /** Domain to use; without one the pool gets one. */
    readonly domain: ExistingDomain | undefined;
    /** Names of the groups that are there already and not yet this stack's. */
    readonly groupsToImport: readonly string[];
}

/**
 * Every argument of a user pool: what this program sets, and what stays as the team has it. Without
 * an entry for each the program does not compile, for Cognito resets what an update leaves out.
 */
export const userPoolShares = {
    accountRecoverySetting: "ignored",
    adminCreateUserConfig: "ignored",
    aliasAttributes: "ignored",
    autoVerifiedAttributes: "ignored",
    deletionProtection: "ignored",
    deviceConfiguration: "ignored",
    emailConfiguration: "ignored",
    emailMfaConfiguration: "ignored",
    emailVerificationMessage: "ignored",
    emailVerificationSubject: "ignored",
    lambdaConfig: "ours",
    mfaConfiguration: "ignored",
    name: "ignored",
    passwordPolicy: "ignored",
    region: "ignored",
    schemas: "ignored",
    signInPolicy: "ignored",
    smsAuthenticationMessage: "ignored",
    smsConfiguration: "ignored",
    smsVerificationMessage: "ignored",
    softwareTokenMfaConfiguration: "ignored",
    tags: "ignored",
    userAttributeUpdateSettings: "ignored",
    userPoolAddOns: "ignored",
    userPoolTier: "ignored",
    usernameAttributes: "ignored",
    usernameConfiguration: "ignored",
    verificationMessageTemplate: "ignored",
    webAuthnConfiguration: "ignored",
} as const satisfies Record<keyof aws.cognito.UserPoolArgs, "ours" | "ignored">;

/** The same for each trigger of a user pool. */
export const triggerShares = {
    createAuthChallenge: "ignored",
    customEmailSender: "ignored",
    customMessage: "ignored",
    customSmsSender: "ignored",
    defineAuthChallenge: "ignored",
    kmsKeyId: "ignored",
    postAuthentication: "ignored",
    postConfirmation: "ignored",
    preAuthentication: "ignored",
    preSignUp: "ignored",
    // Cognito repeats the function of preTokenGenerationConfig here.
    preTokenGeneration: "ours",
    preTokenGenerationConfig: "ours",
    userMigration: "ignored",
    verifyAuthChallengeResponse: "ignored",
} as const satisfies Record<keyof aws.types.input.cognito.UserPoolLambdaConfig, "ours" | "ignored">;

/**
 * What Cognito repeats from `verificationMessageTemplate`. The provider refuses both together and
 * keeps these by itself, so they are left out of what is sent back.
 */
const repeated = ["emailVerificationMessage", "emailVerificationSubject", "smsVerificationMessage"];

/**
 * Takes a user pool over and gives it its trigger, and changes nothing else. The pool may invoke the
 * function before it is told to: people sign in meanwhile. Deleting the stack leaves the pool and its
 * permission; a lock on the pool itself would keep the stack from being deleted at all.
 *
 * Its logical name is its id, so that no two pools can ever be taken for versions of one.
 */
export function adoptUserPool(
    name: string,
    { id, arn }: ExistingUserPool,
    preTokenGenerationArn: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.UserPool {
    const permission = allowCognito(name, preTokenGenerationArn, arn, {
        ...opts,
        retainOnDelete: true,
    });
    return new aws.cognito.UserPool(
        id,
        { lambdaConfig: lambdaConfig(preTokenGenerationArn) },
        {
            ...opts,
            import: id,
            ignoreChanges: [
                ...ignored(userPoolShares).filter((argument) => !repeated.includes(argument)),
                ...ignored(triggerShares).map((trigger) => `lambdaConfig.${trigger}`),
            ],
            retainOnDelete: true,
            protect: false,
            dependsOn: [permission],
        },
    );
}

function ignored(shares: Readonly<Record<string, "ours" | "ignored">>): string[] {
    return Object.keys(shares).filter((key) => shares[key] === "ignored");
}

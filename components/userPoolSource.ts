import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { ExistingDomain } from "./managedLogin";

/** A user pool, and what was registered with it. */
export interface RegisteredUserPool {
    readonly pool: aws.cognito.UserPool;
    /** What of that is not protected, because it may be removed at any time. */
    readonly unprotected: readonly pulumi.Resource[];
    /** Identity providers that the sign-in page offers. */
    readonly identityProviders: readonly pulumi.Input<string>[];
    /** Attributes that flexAI's client must be able to write besides its own. */
    readonly writableAttributes: readonly string[];
}

/** Where the user pool comes from, and what that means for everything in it. */
export interface UserPoolSource {
    /** Whether what sign-ins depend on outlives the stack. */
    readonly outlivesStack: boolean;
    /** Domain that the pool already has, if it has one. */
    readonly domain: ExistingDomain | undefined;
    /** Registers the pool with its trigger, and allows it to invoke the trigger. */
    register(
        name: string,
        triggerArn: pulumi.Input<string>,
        opts: pulumi.CustomResourceOptions,
    ): RegisteredUserPool;
    /** Options of the group of a role. */
    groupOptions(role: string): pulumi.CustomResourceOptions;
}

import type * as aws from "@pulumi/aws";
import type { Unwrap } from "@pulumi/pulumi";

import type { RegisteredResource } from "./evaluate";

/** By type: the program's arguments, and those of AWS's own values that are read here. */
interface States {
    "aws:cloudwatch/metricAlarm:MetricAlarm": Unwrap<aws.cloudwatch.MetricAlarmArgs>;
    "aws:cognito/identityProvider:IdentityProvider": Unwrap<aws.cognito.IdentityProviderArgs>;
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": Unwrap<aws.cognito.ManagedLoginBrandingArgs>;
    "aws:cognito/user:User": Unwrap<aws.cognito.UserArgs> & { sub: string };
    "aws:cognito/userGroup:UserGroup": Unwrap<aws.cognito.UserGroupArgs>;
    "aws:cognito/userInGroup:UserInGroup": Unwrap<aws.cognito.UserInGroupArgs>;
    "aws:cognito/userPool:UserPool": Unwrap<aws.cognito.UserPoolArgs> & {
        region: string;
        endpoint: string;
    };
    "aws:cognito/userPoolClient:UserPoolClient": Unwrap<aws.cognito.UserPoolClientArgs> & {
        clientSecret: string;
    };
    "aws:cognito/userPoolDomain:UserPoolDomain": Unwrap<aws.cognito.UserPoolDomainArgs>;
    "aws:lambda/function:Function": Unwrap<aws.lambda.FunctionArgs> & { arn: string };
    "aws:sns/topicSubscription:TopicSubscription": Unwrap<aws.sns.TopicSubscriptionArgs>;
    "random:index/randomPassword:RandomPassword": { result: string };
}

/** A registered resource of a known type. */
export interface ResourceOf<Type extends keyof States> extends RegisteredResource {
    readonly state: States[Type] & RegisteredResource["state"];
}

/** Finds the registered resources of a type. */
export function ofType<Type extends keyof States>(
    resources: readonly RegisteredResource[],
    type: Type,
): ResourceOf<Type>[] {
    return resources.filter((resource): resource is ResourceOf<Type> => resource.type === type);
}

/**
 * Finds the resource of a type.
 *
 * @throws {Error} When there is not exactly one
 */
export function theOnly<Type extends keyof States>(
    resources: readonly RegisteredResource[],
    type: Type,
): ResourceOf<Type> {
    const [resource, ...others] = ofType(resources, type);
    if (!resource || others.length > 0) {
        const count = String(resource ? others.length + 1 : 0);
        throw new Error(`The program registers ${count} of '${type}', where one is expected.`);
    }
    return resource;
}

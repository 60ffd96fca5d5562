import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
    preTokenGeneration,
    type PreTokenGenerationOptions,
} from "../functions/preTokenGeneration";
import { accountId } from "./arn";

/** Arguments of {@link PreTokenGenerationTrigger}: what its handler is made from, and its upkeep. */
export interface PreTokenGenerationTriggerArgs extends PreTokenGenerationOptions {
    /** Days that CloudWatch keeps the log. */
    readonly logRetentionDays: pulumi.Input<number>;
    /** Tags of the role, the log group and the function. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * A Lambda function for Cognito's pre token generation trigger, event version 2, with a role that
 * lets it write its own log and do nothing else. Who may invoke it is the caller's to say. The
 * option `retainOnDelete` holds for all of it.
 */
export class PreTokenGenerationTrigger extends pulumi.ComponentResource {
    /** ARN of the function, for a user pool's `lambdaConfig`. */
    readonly functionArn: pulumi.Output<string>;

    constructor(
        name: string,
        args: PreTokenGenerationTriggerArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("flexai-oidc:index:PreTokenGenerationTrigger", name, {}, opts);
        const { tags } = args;
        const child = {
            parent: this,
            ...(opts?.retainOnDelete === true && { retainOnDelete: true }),
        };

        // Made before the function: a log group that Lambda makes by itself never expires.
        const logGroup = new aws.cloudwatch.LogGroup(
            `${name}-logs`,
            { retentionInDays: args.logRetentionDays, tags },
            child,
        );
        const role = new aws.iam.Role(
            `${name}-role`,
            { assumeRolePolicy: logGroup.arn.apply(trustPolicy), tags },
            child,
        );
        const rolePolicy = new aws.iam.RolePolicy(
            `${name}-logs`,
            { role: role.id, policy: logGroup.arn.apply(logPolicy) },
            child,
        );
        const lambda = new aws.lambda.CallbackFunction(
            name,
            {
                callback: preTokenGeneration(args),
                role,
                runtime: aws.lambda.Runtime.NodeJS24dX,
                memorySize: 128,
                // Cognito waits five seconds for an answer, however long the function may run.
                timeout: 5,
                loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
                tags,
            },
            { ...child, dependsOn: [rolePolicy] },
        );

        this.functionArn = lambda.arn;
        this.registerOutputs({ functionArn: this.functionArn });
    }
}

/** Lets Lambda assume the role on behalf of the account that owns the log group, and no other. */
function trustPolicy(logGroupArn: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "lambda.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": accountId(logGroupArn) } },
            },
        ],
    });
}

function logPolicy(logGroupArn: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: `${logGroupArn}:*`,
            },
        ],
    });
}

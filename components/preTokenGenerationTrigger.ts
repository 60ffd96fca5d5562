import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { withCompanyRoles } from "../functions/companyRoles";
import {
    preTokenGeneration,
    type PreTokenGenerationOptions,
} from "../functions/preTokenGeneration";
import { accountOf } from "./arn";
import { type CompanyLoginSettings, companyRolesOptions } from "./companyLogin";

/** Arguments of {@link PreTokenGenerationTrigger}: its handler's options, and its upkeep. */
export interface PreTokenGenerationTriggerArgs
    extends PreTokenGenerationOptions, CompanyLoginSettings {
    /** Days that CloudWatch keeps the log. */
    readonly logRetentionDays: pulumi.Input<number>;
    /** Tags of the role, the log group and the function. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
    /**
     * ARN of the policy that bounds what the role may be allowed to do, empty for none.
     *
     * @default none
     */
    readonly permissionsBoundary?: string;
}

/**
 * A Lambda function for Cognito's pre token generation trigger, event version 2, with a role that
 * lets it write its own log and do nothing else. The caller decides who may invoke it. The option
 * `retainOnDelete` applies to all of it.
 */
export class PreTokenGenerationTrigger extends pulumi.ComponentResource {
    /** ARN of the function, for a user pool's `lambdaConfig`. */
    readonly functionArn: pulumi.Output<string>;
    /** Name of the function, by which CloudWatch's metrics call it. */
    readonly functionName: pulumi.Output<string>;

    constructor(
        name: string,
        args: PreTokenGenerationTriggerArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("flexai-oidc:index:PreTokenGenerationTrigger", name, {}, opts);
        const { tags } = args;
        const handler = preTokenGeneration(args);
        const companyRoles = companyRolesOptions(args);
        const child = { parent: this, retainOnDelete: opts?.retainOnDelete ?? false };

        // Created before the function: the logs of a group that Lambda creates never expire.
        const logGroup = new aws.cloudwatch.LogGroup(
            `${name}-logs`,
            { retentionInDays: args.logRetentionDays, tags },
            child,
        );
        const role = new aws.iam.Role(
            `${name}-role`,
            {
                assumeRolePolicy: logGroup.arn.apply(trustPolicy),
                ...(args.permissionsBoundary && { permissionsBoundary: args.permissionsBoundary }),
                tags,
            },
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
                callback: companyRoles ? withCompanyRoles(handler, companyRoles) : handler,
                role,
                runtime: aws.lambda.Runtime.NodeJS24dX,
                memorySize: 128,
                // Cognito waits five seconds for the response, however long the function may run.
                timeout: 5,
                loggingConfig: { logFormat: "JSON", logGroup: logGroup.name },
                tags,
            },
            { ...child, dependsOn: [rolePolicy] },
        );

        this.functionArn = lambda.arn;
        this.functionName = lambda.name;
        this.registerOutputs({ functionArn: this.functionArn });
    }
}

/** Configures a function as the pre token generation trigger of a user pool, event version 2. */
export function lambdaConfig(
    functionArn: pulumi.Input<string>,
): aws.types.input.cognito.UserPoolLambdaConfig {
    return { preTokenGenerationConfig: { lambdaArn: functionArn, lambdaVersion: "V2_0" } };
}

/** Lets a user pool, and no other, invoke a function: without it every sign-in fails. */
export function allowCognito(
    name: string,
    functionArn: pulumi.Input<string>,
    userPoolArn: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): aws.lambda.Permission {
    return new aws.lambda.Permission(
        name,
        {
            action: "lambda:InvokeFunction",
            function: functionArn,
            principal: "cognito-idp.amazonaws.com",
            sourceArn: userPoolArn,
            sourceAccount: pulumi.output(userPoolArn).apply(accountOf),
        },
        opts,
    );
}

/**
 * Lets Lambda assume the role on behalf of the account that owns the log group, and no other. Whether
 * Lambda states the account is not documented, hence `IfExists`.
 */
function trustPolicy(logGroupArn: string): string {
    return JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "lambda.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    StringEqualsIfExists: { "aws:SourceAccount": accountOf(logGroupArn) },
                },
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

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountId } from "./arn";

/** Makes a function the pre token generation trigger of a user pool, event version 2. */
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
            sourceAccount: pulumi.output(userPoolArn).apply(accountId),
        },
        opts,
    );
}

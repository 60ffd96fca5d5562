import * as pulumi from "@pulumi/pulumi";

import type { Line, Message } from "../commandLine/message";
import { regionOf } from "../components/arn";
import { refusalOf } from "../config/problems";

/**
 * The error that ends the program before anything is registered.
 *
 * @param userPoolId - Id of the pool to take over, empty for none
 */
export function refusal(userPoolId: string, reasons: readonly Message[]): pulumi.RunError {
    const stack = pulumi.getStack();
    return refusalOf(
        userPoolId === ""
            ? `Stack '${stack}' cannot be deployed; nothing in AWS was changed:`
            : `The user pool of stack '${stack}' cannot be taken over; nothing in AWS was changed:`,
        reasons,
    );
}

/** A setting of this project as messages name it, such as `'flexai-oidc:users'`. */
export function settingName(key: string): string {
    return `'${pulumi.getProject()}:${key}'`;
}

/** A command of AWS's CLI about a user pool. */
export function cognitoCommand(userPoolId: string, command: string, ...options: string[]): Line {
    return {
        line: [
            `aws cognito-idp ${command} --region ${regionOf(userPoolId)} --user-pool-id ${userPoolId}`,
            ...options,
        ].join(" "),
    };
}

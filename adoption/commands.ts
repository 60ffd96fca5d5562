import * as pulumi from "@pulumi/pulumi";

import { regionOf } from "../config/userPoolId";

/** A setting of this project as messages name it, such as `'flexai-oidc:users'`. */
export function settingName(key: string): string {
    return `'${pulumi.getProject()}:${key}'`;
}

/** A command of AWS's CLI about a user pool. */
export function cognitoCommand(userPoolId: string, command: string, ...options: string[]): string {
    return [
        `aws cognito-idp ${command} --region ${regionOf(userPoolId)} --user-pool-id ${userPoolId}`,
        ...options,
    ].join(" ");
}

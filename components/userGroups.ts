import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

import type { ExistingUserPool } from "./adoptedUserPool";

/**
 * Creates the group of each role. In a pool that was there before, groups outlive this stack, and of
 * a group that was there before nothing is changed: a team may have given it an IAM role.
 */
export function createUserGroups(
    roles: readonly string[],
    userPoolId: pulumi.Input<string>,
    existing: ExistingUserPool | undefined,
    opts: pulumi.CustomResourceOptions,
): Map<string, aws.cognito.UserGroup> {
    return new Map(
        roles.map((role) => [
            role,
            new aws.cognito.UserGroup(
                role,
                { userPoolId, name: role, description: `Role ${role} in flexAI` },
                existing ? { ...opts, ...adopted(role, existing) } : opts,
            ),
        ]),
    );
}

function adopted(
    role: string,
    { id, groupsToImport }: ExistingUserPool,
): pulumi.CustomResourceOptions {
    return {
        retainOnDelete: true,
        ignoreChanges: ["description", "precedence", "roleArn"],
        ...(groupsToImport.includes(role) && { import: `${id}/${role}` }),
    };
}

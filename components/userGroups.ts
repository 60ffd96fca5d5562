import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Creates the group of each role, and returns them by role. */
export function createUserGroups(
    roles: readonly string[],
    userPoolId: pulumi.Input<string>,
    optionsOf: (role: string) => pulumi.CustomResourceOptions,
): Map<string, aws.cognito.UserGroup> {
    return new Map(
        roles.map((role) => [
            role,
            new aws.cognito.UserGroup(
                role,
                { userPoolId, name: role, description: `Role ${role} in flexAI` },
                optionsOf(role),
            ),
        ]),
    );
}

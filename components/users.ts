import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { removable } from "./destroyGuard";

/** A person who may sign in. */
export interface User {
    /** Name to sign in with, besides the email. */
    readonly username: string;
    /** Address that the invitation goes to. */
    readonly email: string;
    /** Name that flexAI shows and distinguishes users by; unique in the pool. */
    readonly preferredUsername: string;
    /** Roles that the person holds by being in their groups. */
    readonly roles: readonly string[];
    /** Whether the person may sign in. */
    readonly enabled: boolean;
}

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

/**
 * Creates people, who get their invitation by email, and puts each into the group of each of their
 * roles. Attributes are written once: the provider would send a changed email as unverified.
 *
 * @returns The memberships, which are not protected: roles may be taken away at any time
 * @throws {pulumi.ResourceError} When a person has a role that has no group
 */
export function createUsers(
    users: readonly User[],
    groups: ReadonlyMap<string, aws.cognito.UserGroup>,
    userPoolId: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): aws.cognito.UserInGroup[] {
    return users.flatMap((person) => {
        const { username, enabled } = person;
        const user = new aws.cognito.User(
            username,
            {
                userPoolId,
                username,
                enabled,
                attributes: {
                    email: person.email,
                    // An unverified email does not work as an alias.
                    email_verified: "true",
                    preferred_username: person.preferredUsername,
                },
                // True would move the email alias from another user.
                forceAliasCreation: false,
                desiredDeliveryMediums: ["EMAIL"],
            },
            { ...opts, ignoreChanges: ["attributes"] },
        );
        return person.roles.map((role) => {
            const group = groups.get(role);
            if (!group) {
                throw new pulumi.ResourceError(
                    `User '${username}' has the role '${role}', which is not one of the roles: ${[...groups.keys()].join(", ")}.`,
                    opts.parent,
                    true,
                );
            }
            return new aws.cognito.UserInGroup(
                // A role contains no comma, so no two pairs share a name.
                `${role},${username}`,
                { userPoolId, groupName: group.name, username: user.username },
                removable(opts),
            );
        });
    });
}

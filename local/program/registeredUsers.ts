import type { RegisteredResource } from "./evaluate";
import { ofType } from "./resourcesOfType";

/** A user of the pool. */
export interface PoolUser {
    readonly username: string;
    readonly sub: string;
    readonly enabled: boolean;
    readonly attributes: Readonly<Record<string, string>>;
    /** Names of the groups that the user is in. */
    readonly groups: readonly string[];
}

/** Reads the users, each with the groups that their memberships name. */
export function readUsers(resources: readonly RegisteredResource[]): PoolUser[] {
    const memberships = ofType(resources, "aws:cognito/userInGroup:UserInGroup");
    return ofType(resources, "aws:cognito/user:User").map(({ state }) => ({
        username: String(state.username),
        sub: String(state.sub),
        enabled: state.enabled !== false,
        attributes: (state.attributes ?? {}) as PoolUser["attributes"],
        groups: memberships
            .filter((membership) => membership.state.username === state.username)
            .map((membership) => String(membership.state.groupName)),
    }));
}

import type { JWTPayload } from "jose";

import { flexaiRoles } from "../../flexai/manual";
import { failed, passed, type Problem, type Result } from "../check";
import { commandsFor } from "../commands";
import type { Deployment } from "../deployment";

/**
 * Reads the roles, a list of strings that has at least the roles among the user's groups. Another
 * shape, or fewer roles, means that another function made the claim.
 */
export function rolesOf(
    claims: JWTPayload,
    deployment: Deployment,
): Result<readonly string[]> | Problem {
    const { rolesClaim } = deployment;
    const roles = claims[rolesClaim];
    const groups = stringsOf(claims["cognito:groups"]) ?? [];
    const list = stringsOf(roles);
    if (!list) return anotherTrigger(deployment, shapeOf(roles));
    const missing = groups.filter((group) => flexaiRoles.includes(group) && !list.includes(group));
    if (missing.length === 0) return passed(list.join(", ") || "an empty list", list);
    return anotherTrigger(
        deployment,
        `a list without ${missing.join(", ")}, which cognito:groups has`,
    );
}

function anotherTrigger(deployment: Deployment, seen: string): Problem {
    const { restore, aws } = commandsFor(deployment);
    return failed(
        `${deployment.rolesClaim}, a list of strings, with each of flexAI's roles in cognito:groups`,
        seen,
        "The user pool's pre token generation trigger is missing, is not this program's, has event " +
            "version 1, or the setting roles lacks a role: restore it, then sign in again. The " +
            "second command shows the trigger.",
        [
            ...restore,
            ...aws("describe-user-pool", { query: "UserPool.LambdaConfig", output: "json" }),
        ],
    );
}

function stringsOf(value: unknown): readonly string[] | undefined {
    if (!Array.isArray(value)) return undefined;
    return value.every((item) => typeof item === "string") ? value : undefined;
}

function shapeOf(value: unknown): string {
    if (value === undefined) return "no such claim";
    if (Array.isArray(value)) return "a list that has more than strings";
    return value === null
        ? "null"
        : `${typeof value === "object" ? "an" : "a"} ${typeof value}, not a list`;
}

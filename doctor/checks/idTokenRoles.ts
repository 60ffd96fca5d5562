import type { JWTPayload } from "jose";

import { strings } from "../../commandLine/json";
import { admission } from "../../flexai/admission";
import { flexaiRoles } from "../../flexai/manual";
import { failed, passed, type Problem, type Result } from "../check";
import type { Deployment } from "../deployment";
import { usernameOf } from "./idTokenForm";

/** Says what to do about a token, if it knows. */
export type ExplainToken = (
    claims: JWTPayload,
    deployment: Deployment,
) => Pick<Problem, "advice" | "commands"> | undefined;

/**
 * Reads the roles: a list of strings with at least those of the user's groups that are roles. Anything
 * else was not made by the program's trigger.
 */
export function rolesOf(
    claims: JWTPayload,
    deployment: Deployment,
): Result<readonly string[]> | Problem {
    const { rolesClaim } = deployment;
    const roles = claims[rolesClaim];
    const groups = strings(claims["cognito:groups"]);
    const list = strings(roles);
    if (!Array.isArray(roles) || list.length < roles.length) {
        return anotherTrigger(deployment, shapeOf(roles));
    }
    const missing = groups.filter((group) => flexaiRoles.includes(group) && !list.includes(group));
    if (missing.length === 0) return passed(list.join(", ") || "an empty list", list);
    return anotherTrigger(
        deployment,
        `a list without ${missing.join(", ")}, which cognito:groups has`,
    );
}

function anotherTrigger(deployment: Deployment, seen: string): Problem {
    const { restore, onUserPool } = deployment.commands;
    return failed(
        `${deployment.rolesClaim}, a list of strings, with each of flexAI's roles in cognito:groups`,
        seen,
        "The user pool's pre token generation trigger is missing, is another function, has event " +
            "version 1, or the setting roles lacks a role: restore it, then sign in again. The " +
            "second command shows the trigger. See docs/broken.md#nobody-has-permission",
        [
            ...restore,
            ...onUserPool("describe-user-pool", { query: "UserPool.LambdaConfig", output: "json" }),
        ],
    );
}

function shapeOf(value: unknown): string {
    if (value === undefined) return "no such claim";
    if (Array.isArray(value)) return "a list in which not everything is a string";
    return value === null
        ? "null"
        : `${typeof value === "object" ? "an" : "a"} ${typeof value}, not a list`;
}

/**
 * Judges whether flexAI would admit a user by the roles.
 *
 * @param withoutCompanyRole - Explains a token without a role, if it is of somebody of a company
 */
export function admitted(
    claims: JWTPayload,
    deployment: Deployment,
    withoutCompanyRole: ExplainToken,
): Result {
    const { roles } = admission(claims, deployment.rolesClaim);
    if (roles.length > 0) return passed(roles.join(", "));
    const { advice, commands } = withoutCompanyRole(claims, deployment) ?? {
        advice:
            "flexAI refuses this user. Add the user to the group of a role, by the setting users or " +
            "by this command with the role that you mean, then sign in again. See " +
            "docs/broken.md#one-person-has-no-permission",
        commands: deployment.commands.onUserPool("admin-add-user-to-group", {
            username: usernameOf(claims),
            "group-name": "YOUR_ROLE",
        }),
    };
    return failed(
        `${deployment.rolesClaim} with one of ${flexaiRoles.join(", ")}`,
        "none of these",
        advice,
        commands,
    );
}

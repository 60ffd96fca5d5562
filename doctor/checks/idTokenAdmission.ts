import type { JWTPayload } from "jose";

import { strings } from "../../commandLine/json";
import { admission } from "../../flexai/admission";
import { flexaiRoles } from "../../flexai/manual";
import { type Check, failed, passed, type Problem, type Result } from "../check";
import type { Deployment } from "../deployment";

/** Envoy 1.35 and later encrypts its cookies: 4/3 x (token + about 25) bytes, of which browsers keep 4,096. */
const longestToken = 3040;

/**
 * Checks whether flexAI would admit the user of an ID token.
 *
 * @param form - The check that finds the token's claims
 * @param valid - The last check of whether the token is valid
 */
export function admissionChecks(
    deployment: Deployment,
    token: Check<string>,
    form: Check<JWTPayload>,
    valid: Check,
): Check[] {
    const roles: Check<readonly string[]> = {
        name: `the ID token has the user's roles as a list (${deployment.rolesClaim})`,
        needs: [form, valid],
        run: (found) => rolesOf(found(form), deployment),
    };
    return [
        {
            name: "the ID token fits into a cookie",
            needs: [token, form, valid],
            run: (found) => fits(found(token), found(form)),
        },
        {
            name: "the ID token has a preferred_username",
            needs: [form, valid],
            run: (found) => named(found(form), deployment),
        },
        roles,
        {
            name: "the ID token has a role that flexAI accepts",
            needs: [form, roles],
            run: (found) => admitted(found(form), deployment),
        },
    ];
}

function fits(token: string, claims: JWTPayload): Result {
    const bytes = `${String(Buffer.byteLength(token))} bytes`;
    if (Buffer.byteLength(token) <= longestToken) return passed(bytes);
    const groups = claims["cognito:groups"];
    const count = Array.isArray(groups) ? groups.length : 0;
    return failed(
        `at most ${String(longestToken)} bytes: Envoy encrypts it into a cookie, and browsers keep ` +
            "no cookie over 4,096",
        `${bytes}, with ${String(count)} groups`,
        "Browsers drop the cookie, so flexAI refreshes the tokens at every request or refuses the " +
            "user. Remove the user from groups that flexAI does not need. See " +
            "docs/broken.md#redirected-too-many-times",
    );
}

function named(claims: JWTPayload, deployment: Deployment): Result {
    if (admission(claims, deployment.rolesClaim).name !== undefined) return passed("it has one");
    const { preferred_username: name } = claims;
    return failed(
        "preferred_username, a string that is not empty",
        name === undefined ? "nothing" : "not a string, or empty",
        "Set one for the user that nobody else has, then sign in again.",
        deployment.commands.onUserPool("admin-update-user-attributes", {
            username: usernameOf(claims),
            "user-attributes": "Name=preferred_username,Value=YOUR_PREFERRED_USERNAME",
        }),
    );
}

function admitted(claims: JWTPayload, deployment: Deployment): Result {
    const { roles } = admission(claims, deployment.rolesClaim);
    if (roles.length > 0) return passed(roles.join(", "));
    return failed(
        `${deployment.rolesClaim} with one of ${flexaiRoles.join(", ")}`,
        "none of these",
        "flexAI refuses this user. Add the user to the group of a role, by the setting users or by " +
            "this command with the role that you mean, then sign in again. See " +
            "docs/broken.md#one-person-has-no-permission",
        deployment.commands.onUserPool("admin-add-user-to-group", {
            username: usernameOf(claims),
            "group-name": "YOUR_ROLE",
        }),
    );
}

function usernameOf(claims: JWTPayload): string {
    const name = claims["cognito:username"];
    return typeof name === "string" ? name : "YOUR_USERNAME";
}

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
            "second command shows the trigger. See docs/broken.md#everybody-has-no-permission",
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

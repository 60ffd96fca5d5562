import type { JWTPayload } from "jose";

import { admission } from "../../flexai/admission";
import { type Check, failed, passed, type Result } from "../check";
import type { Deployment } from "../deployment";
import { usernameOf } from "./idTokenForm";
import { admitted, type ExplainToken, rolesOf } from "./idTokenRoles";

/** Envoy 1.35 and later encrypts its cookies: 4/3 x (token + about 25) bytes, of which browsers keep 4,096. */
const longestToken = 3040;

/**
 * Checks whether flexAI would admit the user of an ID token.
 *
 * @param form - The check that finds the token's claims
 * @param valid - The last check of whether the token is valid
 * @param withoutCompanyRole - Explains a token without a role, if it is of somebody of a company
 */
export function admissionChecks(
    deployment: Deployment,
    token: Check<string>,
    form: Check<JWTPayload>,
    valid: Check,
    withoutCompanyRole: ExplainToken = () => undefined,
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
            run: (found) => admitted(found(form), deployment, withoutCompanyRole),
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

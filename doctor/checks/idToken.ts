import { createLocalJWKSet, compactVerify, decodeJwt, errors, type JWTPayload } from "jose";

import { flexaiRoles } from "../../flexai/manual";
import { admission } from "../../flexai/admission";
import { type Check, failed, passed, type Result, skipped } from "../check";
import { NoAnswer } from "../noAnswer";
import type { Outputs } from "../outputs";
import { keysCheck, readKeys } from "./discovery";

const signatureCheck = "the ID token is signed by the provider";

/**
 * Checks an ID token as flexAI does, if there is one.
 *
 * @param token - As in the token endpoint's answer, three parts with dots in between
 */
export function idTokenChecks(outputs: Outputs, token: string | undefined): Check[] {
    if (token === undefined) {
        const why = "none was given: add --id-token - to read one from standard input";
        return [{ name: "an ID token", needs: [], run: () => Promise.resolve(skipped(why)) }];
    }
    return [
        { name: signatureCheck, needs: [keysCheck], run: () => verify(token, outputs) },
        ...Object.entries(claimChecks).map(([name, check]) => ({
            name: `the ID token ${name}`,
            needs: [signatureCheck],
            run: () => Promise.resolve(check(decodeJwt(token), outputs)),
        })),
    ];
}

async function verify(token: string, outputs: Outputs): Promise<Result> {
    const expected = `a signature by RS256 with a key of ${outputs.jwksUri}`;
    try {
        const keys = createLocalJWKSet((await readKeys(outputs)) ?? { keys: [] });
        const { protectedHeader } = await compactVerify(token, keys, { algorithms: ["RS256"] });
        decodeJwt(token);
        return passed(`key ${String(protectedHeader.kid)}`);
    } catch (error) {
        if (error instanceof NoAnswer) throw error;
        return failed(
            expected,
            // The message names claims or headers at most, and never their values.
            error instanceof errors.JOSEError ? error.message : "a key that cannot be read",
            "Give the whole ID token, three parts with dots in between, and no other token. It " +
                "must come from this user pool: another stack has other keys.",
        );
    }
}

const signInAnew = "Sign in again and take the new token.";

const claimChecks: Readonly<Record<string, (claims: JWTPayload, outputs: Outputs) => Result>> = {
    "is of the output issuer (iss)": ({ iss }, { issuer }) =>
        same(
            iss,
            issuer,
            "The token is of another user pool: look which stack flexAI signs in by.",
        ),
    "is for the output clientId (aud)": ({ aud }, { clientId }) =>
        same(aud, clientId, "The token is for another client: look at flexAI's OIDC_CLIENT_ID."),
    "has not expired (exp)": ({ exp }) => {
        const now = new Date().toISOString();
        // The last second that JavaScript has a date for.
        const isTime = typeof exp === "number" && Math.abs(exp) <= 8.64e12;
        const end = isTime ? new Date(exp * 1000).toISOString() : "no time";
        if (isTime && exp * 1000 > Date.now()) return passed(`valid until ${end}`);
        return failed(
            `an end after ${now}, the time of this machine`,
            end,
            `${signInAnew} If it is new, set the clock of this machine.`,
        );
    },
    "is an ID token (token_use)": ({ token_use: use }) =>
        same(
            use,
            "id",
            "This is another token, perhaps the access token: give the one called id_token.",
        ),
    "has a preferred_username": (claims, { rolesClaim }) => {
        if (admission(claims, rolesClaim).name !== undefined) return passed("it has");
        const { preferred_username: name } = claims;
        return failed(
            "preferred_username, a text that is not empty",
            name === undefined ? "none" : "no text, or an empty one",
            "Give the user one: aws cognito-idp admin-update-user-attributes --user-pool-id ID " +
                `--username NAME --user-attributes Name=preferred_username,Value=NAME. ${signInAnew}`,
        );
    },
    "has a role that flexAI takes": (claims, { rolesClaim }) => {
        const { roles } = admission(claims, rolesClaim);
        if (roles.length > 0) return passed(roles.join(", "));
        const advice =
            rolesClaim in claims
                ? "flexAI refuses this user. Put the user into the group of a role: roles in the " +
                  `configuration, or aws cognito-idp admin-add-user-to-group. ${signInAnew}`
                : "The trigger did not run: look at the user pool's pre token generation trigger, " +
                  "which pulumi up --refresh --stack NAME puts back.";
        return failed(
            `${rolesClaim} with one of ${flexaiRoles.join(", ")}`,
            rolesClaim in claims ? "none of these" : "no such claim",
            advice,
        );
    },
};

function same(seen: unknown, expected: string, advice: string): Result {
    if (seen === expected) return passed(expected);
    return failed(expected, seen === undefined ? "none" : JSON.stringify(seen), advice);
}

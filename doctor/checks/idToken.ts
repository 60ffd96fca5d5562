import {
    compactVerify,
    createLocalJWKSet,
    errors,
    type JSONWebKeySet,
    type JWTPayload,
} from "jose";

import { type Check, failed, passed, type Problem, type Result } from "../check";
import type { Commands } from "../commands";
import type { Deployment } from "../deployment";
import { valueInWords } from "./discovery";
import { admissionChecks } from "./idTokenAdmission";
import { formCheck } from "./idTokenForm";
import type { ExplainToken } from "./idTokenRoles";

/**
 * Checks an ID token as flexAI does. Its kind comes first: the other checks would fail a token of
 * another kind for reasons that mislead.
 *
 * @param withoutCompanyRole - Explains a token without a role, if it is of somebody of a company
 */
export function idTokenChecks(
    deployment: Deployment,
    token: Check<string>,
    keys: Check<JSONWebKeySet>,
    withoutCompanyRole?: ExplainToken,
): Check[] {
    const { commands } = deployment;
    const form = formCheck(token, commands);
    const use = claimCheck("is an ID token (token_use)", [], ({ token_use: seen }) =>
        same(
            seen,
            "id",
            seen === "access"
                ? "This is the access token: use the id_token of the token response."
                : "This is not an ID token: use the id_token of the token response.",
            commands.checkToken,
        ),
    );
    const issuer = claimCheck("is from the output issuer (iss)", [use], ({ iss }) =>
        same(
            iss,
            deployment.issuer,
            "The token is from another user pool: check which stack flexAI is configured with.",
            commands.configure,
        ),
    );
    const signature: Check = {
        name: "the ID token is signed by the provider",
        needs: [issuer, token, keys],
        run: (found) => verified(found(token), found(keys), commands),
    };
    const audience = claimCheck("is for the output clientId (aud)", [signature], ({ aud }) =>
        same(
            aud,
            deployment.clientId,
            "The token is for another client: check OIDC_CLIENT_ID in flexAI's configuration.",
            commands.configure,
        ),
    );
    const expiry = claimCheck("has not expired (exp)", [audience], (claims) =>
        unexpired(claims, commands),
    );
    return [
        form,
        use,
        issuer,
        signature,
        audience,
        expiry,
        ...admissionChecks(deployment, token, form, expiry, withoutCompanyRole),
    ];

    function claimCheck(
        name: string,
        needs: readonly Check[],
        run: (claims: JWTPayload) => Result,
    ): Check {
        return {
            name: `the ID token ${name}`,
            needs: [form, ...needs],
            run: (found) => run(found(form)),
        };
    }
}

async function verified(
    token: string,
    keys: JSONWebKeySet,
    { checkToken }: Commands,
): Promise<Result> {
    try {
        const { protectedHeader } = await compactVerify(token, createLocalJWKSet(keys), {
            algorithms: ["RS256"],
        });
        return passed(`key ${String(protectedHeader.kid)}`);
    } catch (error) {
        return failed(
            "a signature by RS256 with a key of the JWKS",
            // The message may name headers, and never has their values.
            error instanceof errors.JOSEError ? error.message : "a key that cannot be read",
            "The token is cut short, was changed, or is not from the provider: sign in again and use " +
                "the new token.",
            checkToken,
        );
    }
}

function unexpired({ exp }: JWTPayload, { checkToken }: Commands): Result {
    const now = new Date().toISOString();
    // The last second for which JavaScript has a date.
    const isTime = typeof exp === "number" && Math.abs(exp) <= 8.64e12;
    const end = isTime ? new Date(exp * 1000).toISOString() : "not a time";
    if (isTime && exp * 1000 > Date.now()) return passed(`valid until ${end}`);
    return failed(
        `an expiry after ${now}, the time of this machine`,
        end,
        "Sign in again and use the new token. If it is new, set the clock of this machine.",
        checkToken,
    );
}

function same(
    seen: unknown,
    expected: string,
    advice: string,
    commands: readonly string[],
): Problem | Result {
    if (seen === expected) return passed(expected);
    return failed(expected, valueInWords(seen), advice, commands);
}

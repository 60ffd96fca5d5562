import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";

import { type Check, failed, passed, skipped } from "../check";
import type { Commands } from "../commands";
import type { Deployment } from "../deployment";

const name = "there is a user's ID token to check";

/** The ID token that came by standard input. */
export function givenIdToken(token: string): Check<string> {
    return { name, needs: [], run: () => passed("from standard input", token) };
}

/** Says how to have a user's ID token checked. */
export function noIdToken(deployment: Deployment): Check<string> {
    const { signIn } = deployment.commands;
    const commands =
        signIn.length > 0 ? signIn : ["npm run doctor -- --outputs outputs.json --id-token -"];
    return { name, needs: [], run: () => skipped("none was given. To check one:", commands) };
}

/** Checks that a token has the form of one, and passes on its claims, which are not verified yet. */
export function formCheck(token: Check<string>, { signIn }: Commands): Check<JWTPayload> {
    return {
        name: "the ID token has the form of a token",
        needs: [token],
        run: (found) => {
            const given = found(token);
            const claims = claimsOf(given);
            if (claims) return passed("three parts", claims);
            const parts = given.split(".").length;
            return failed(
                "three parts with dots between them",
                parts === 3
                    ? "three parts that are not those of a token"
                    : `${String(parts)} ${parts === 1 ? "part" : "parts"}`,
                "A cookie of flexAI is not a token: Envoy 1.35 and later encrypts its cookies. " +
                    "Let doctor sign in instead, or use the id_token of a token response.",
                signIn,
            );
        },
    };
}

function claimsOf(token: string): JWTPayload | undefined {
    try {
        decodeProtectedHeader(token);
        return decodeJwt(token);
    } catch {
        return undefined;
    }
}

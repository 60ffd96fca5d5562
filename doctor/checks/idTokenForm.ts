import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";

import { type Check, failed, passed } from "../check";
import type { Commands } from "../commands";

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

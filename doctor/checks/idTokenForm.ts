import { decodeJwt, decodeProtectedHeader, type JWTPayload } from "jose";

import { type Check, failed, passed, skipped } from "../check";
import type { Commands } from "../commands";

/** Finds the ID token that came by standard input. */
export function inputToken(token: string): Check<string> {
    const run = () => passed("from standard input", token);
    return { name: "there is a user's ID token to check", needs: [], run };
}

/**
 * Says what is not known without an ID token.
 *
 * @param signsIn - Whether a sign-in is tried, which then has no role
 */
export function missingToken(signsIn: boolean): Check<string> {
    return signsIn
        ? { name: "with which role people get in", needs: [], run: () => skipped("no --role") }
        : {
              name: "whether people get in, and with which role",
              needs: [],
              run: () => skipped("no sign-in was tried"),
          };
}

/** Checks the form of a token, and finds its claims, which nobody has verified yet. */
export function formCheck(token: Check<string>, { checkToken }: Commands): Check<JWTPayload> {
    return {
        name: "the ID token has the form of a token",
        needs: [token],
        run: (found) => {
            const value = found(token);
            const claims = claimsOf(value);
            if (claims) return passed("three parts", claims);
            const parts = value.split(".").length;
            return failed(
                "three parts with dots between them",
                parts === 3
                    ? "three parts that are not those of a token"
                    : `${String(parts)} ${parts === 1 ? "part" : "parts"}`,
                "A cookie of flexAI is not a token: Envoy 1.35 and later encrypts its cookies. " +
                    "Let the doctor sign in instead, or use the id_token of a token response.",
                checkToken,
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

/** The name of a token's user in the user pool. */
export function usernameOf(claims: JWTPayload): string {
    const name = claims["cognito:username"];
    return typeof name === "string" ? name : "YOUR_USERNAME";
}

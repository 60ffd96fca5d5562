import type { JSONWebKeySet, JWK } from "jose";

import { type Check, failed, passed, type Result } from "../check";
import { type Answer, request } from "../http";
import type { Outputs } from "../outputs";
import { hostCheck } from "./hosts";

/** Name of the check that the keys are good. */
export const keysCheck = "the JWKS has RS256 keys";

const documentCheck = "OIDC Discovery answers";

const fields = {
    issuer: "issuer",
    authorization_endpoint: "authorizationEndpoint",
    token_endpoint: "tokenEndpoint",
    userinfo_endpoint: "userinfoEndpoint",
    end_session_endpoint: "endSessionEndpoint",
    jwks_uri: "jwksUri",
} as const satisfies Record<string, keyof Outputs>;

/** Checks the provider's metadata and keys. OIDC Discovery, section 4. */
export function discoveryChecks(outputs: Outputs): Check[] {
    let metadata: Readonly<Record<string, unknown>> = {};
    const document: Check = {
        name: documentCheck,
        needs: [hostCheck(outputs.discoveryUrl)],
        run: async () => {
            const answer = await request(outputs.discoveryUrl);
            metadata = jsonObject(answer) ?? {};
            if ("issuer" in metadata) return passed(outputs.discoveryUrl);
            return failed(
                `the provider's metadata at ${outputs.discoveryUrl}`,
                `status ${String(answer.status)}, no metadata`,
                "The user pool is not there: deleted, in another region, or the outputs are old. " +
                    "Run pulumi up --refresh --stack NAME and take the outputs anew.",
            );
        },
    };
    return [
        document,
        ...Object.entries(fields).map(([field, output]) => ({
            name: `Discovery's ${field} is the output ${output}`,
            needs: [documentCheck],
            run: () => Promise.resolve(compare(field, metadata[field], outputs[output])),
        })),
        {
            name: keysCheck,
            needs: [hostCheck(outputs.jwksUri)],
            run: async () => {
                const keys = (await readKeys(outputs))?.keys ?? [];
                const good = keys.filter(isGoodKey);
                if (good.length > 0) return passed(`${String(good.length)} of them`);
                return failed(
                    `at least one RS256 key at ${outputs.jwksUri}`,
                    "none",
                    "flexAI could verify no token. Look whether the output jwksUri is that of this " +
                        "user pool: take the outputs anew after pulumi up --refresh --stack NAME",
                );
            },
        },
    ];
}

/** Reads the keys that tokens are verified with, if there are any. */
export async function readKeys({ jwksUri }: Outputs): Promise<JSONWebKeySet | undefined> {
    const jwks = jsonObject(await request(jwksUri));
    return Array.isArray(jwks?.keys) ? (jwks as unknown as JSONWebKeySet) : undefined;
}

/** Tells whether flexAI can verify a token with what the provider calls a key. */
function isGoodKey(key: JWK | null): boolean {
    const texts = [key?.kid, key?.n, key?.e];
    return (
        key?.kty === "RSA" && key.alg === "RS256" && texts.every((text) => typeof text === "string")
    );
}

function compare(field: string, seen: unknown, expected: string): Result {
    if (seen === expected) return passed(expected);
    return failed(
        expected,
        seen === undefined ? "nothing" : JSON.stringify(seen),
        `flexAI is configured with the output, and the provider says another ${field}. Take the ` +
            "outputs anew: pulumi up --refresh --stack NAME, then write flexAI's configuration " +
            "from the output flexaiConfig again.",
    );
}

function jsonObject({ status, text }: Answer): Record<string, unknown> | undefined {
    try {
        const value: unknown = status === 200 ? JSON.parse(text) : undefined;
        return typeof value === "object" && value !== null ? { ...value } : undefined;
    } catch {
        return undefined;
    }
}

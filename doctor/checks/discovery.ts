import { isObject, type JsonObject } from "../../commandLine/json";
import { type Check, failed, passed, type Result } from "../check";
import type { Deployment, Outputs } from "../deployment";
import { described, foreignResponse, isJson, jsonObject, longestResponse, request } from "../http";
import { userPoolCheck } from "./userPool";

const fields = {
    issuer: "issuer",
    authorization_endpoint: "authorizationEndpoint",
    token_endpoint: "tokenEndpoint",
    userinfo_endpoint: "userinfoEndpoint",
    end_session_endpoint: "endSessionEndpoint",
    jwks_uri: "jwksUri",
} as const satisfies Record<string, keyof Outputs>;

/** Checks of the provider's metadata. */
export interface DiscoveryChecks {
    readonly all: readonly Check[];
    /** Pass when the user pool itself names the endpoint, so that a secret may be sent there. */
    readonly confirmations: Readonly<
        Record<"authorizationEndpoint" | "tokenEndpoint", readonly Check[]>
    >;
}

/** Checks the provider's metadata. OIDC Discovery, section 4. */
export function discoveryChecks(deployment: Deployment, host: Check): DiscoveryChecks {
    const metadata = metadataCheck(deployment, host);
    const compare = (field: keyof typeof fields): Check => ({
        name: `Discovery's ${field} is the output ${fields[field]}`,
        needs: [metadata],
        run: (found) => compared(deployment, field, found(metadata)[field]),
    });
    const pool = userPoolCheck(deployment, metadata);
    const issuer = compare("issuer");
    const authorizationEndpoint = compare("authorization_endpoint");
    const tokenEndpoint = compare("token_endpoint");
    return {
        all: [
            metadata,
            pool,
            issuer,
            authorizationEndpoint,
            tokenEndpoint,
            compare("userinfo_endpoint"),
            compare("end_session_endpoint"),
            compare("jwks_uri"),
        ],
        confirmations: {
            authorizationEndpoint: [pool, issuer, authorizationEndpoint],
            tokenEndpoint: [pool, issuer, tokenEndpoint],
        },
    };
}

function metadataCheck(deployment: Deployment, host: Check): Check<JsonObject> {
    const { discoveryUrl } = deployment;
    return {
        name: "OIDC Discovery has the provider's metadata",
        needs: [host],
        run: async () => {
            const response = await request(discoveryUrl);
            const metadata = jsonObject(response);
            const { status, body } = response;
            if (status === 200 && metadata && "issuer" in metadata) {
                return passed(discoveryUrl, metadata);
            }
            const expected = `the provider's metadata at ${discoveryUrl}`;
            if ((status === 400 || status === 404) && metadata) {
                return failed(
                    expected,
                    `${described(response)}, no metadata`,
                    "There is no such user pool: it was deleted, is in another region, or the " +
                        "outputs are old. Restore it, or read the outputs again.",
                    deployment.commands.restore,
                );
            }
            if (!isJson(response)) throw foreignResponse(response);
            return failed(
                expected,
                body.length > longestResponse
                    ? `more than ${String(longestResponse)} characters`
                    : "JSON that is malformed, or no metadata",
                "This is not what Cognito sends: check which server this is.",
            );
        },
    };
}

function compared(deployment: Deployment, field: keyof typeof fields, seen: unknown): Result {
    const expected = deployment[fields[field]];
    if (seen === expected) return passed(expected);
    const { prefixOrigin } = deployment;
    if (prefixOrigin !== undefined && String(seen).startsWith(`${prefixOrigin}/`)) {
        return failed(
            expected,
            valueInWords(seen),
            "Discovery has a custom domain once that is active, up to an hour after its creation. If " +
                "the domain is not new, it was deleted by hand: restore it.",
            deployment.commands.restore,
        );
    }
    return failed(
        expected,
        valueInWords(seen),
        "flexAI is configured with the output, and the provider has another value. Read the outputs " +
            "again, then write flexAI's configuration again.",
        [...deployment.commands.restore, ...deployment.commands.configure],
    );
}

/** Describes a value that a server sent, however large or nested it is. */
export function valueInWords(value: unknown): string {
    if (value === undefined) return "nothing";
    if (Array.isArray(value)) return `a list of ${String(value.length)}`;
    if (isObject(value)) return "an object";
    return JSON.stringify(value);
}

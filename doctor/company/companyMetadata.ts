import { type JsonObject, strings } from "../../commandLine/json";
import { type Check, failed, passed, type Problem, type Result } from "../check";
import { valueInWords } from "../checks/discovery";
import type { Deployment } from "../deployment";
import { described, isLoopback, jsonObject, request } from "../http";
import { NoResponse } from "../noResponse";

/** A company whose provider is registered with the pool. */
export interface Company {
    /** Its name in the pool. */
    readonly name: string;
    readonly issuer: string;
    /** Address to which its provider sends people back. */
    readonly oidcRedirectUri: string;
}

/** Checks of the metadata of a company's provider. */
export interface CompanyMetadataChecks {
    readonly all: readonly Check[];
    /** Finds the authorization endpoint. */
    readonly authorizationEndpoint: Check<URL>;
}

/** Checks the metadata of a company's provider as far as Cognito needs them. OIDC Discovery, section 3. */
export function companyMetadataChecks(
    company: Company,
    { commands }: Deployment,
): CompanyMetadataChecks {
    const { name, issuer } = company;
    const setIssuer = [
        ...commands.onStack("config set", "--path", "companyLogin.issuer", "YOUR_ISSUER"),
        ...commands.onStack("up"),
    ];
    const metadata: Check<JsonObject> = {
        name: `${name} serves OIDC Discovery`,
        needs: [],
        run: () => metadataOf(company, setIssuer),
    };
    const authorizationEndpoint: Check<URL> = {
        name: `${name} has the endpoints that Cognito needs`,
        needs: [metadata],
        run: (found) => endpointIn(found(metadata), company, setIssuer),
    };
    const compare = (statement: string, run: (document: JsonObject) => Result): Check => ({
        name: statement,
        needs: [metadata],
        run: (found) => run(found(metadata)),
    });
    return {
        all: [
            metadata,
            compare(`the issuer of ${name} is as configured`, ({ issuer: seen }) =>
                seen === issuer
                    ? passed(issuer)
                    : failed(
                          issuer,
                          valueInWords(seen),
                          "Cognito refuses ID tokens of another issuer, if only by a slash: set the " +
                              "one that Discovery has.",
                          setIssuer,
                      ),
            ),
            authorizationEndpoint,
            compare(`${name} accepts the client's secret in the body`, (document) =>
                listed(
                    document.token_endpoint_auth_methods_supported ?? ["client_secret_basic"],
                    "client_secret_post",
                    "Cognito sends the secret in no other way. Ask the company's administrator to " +
                        "allow it for flexAI's client, or for another provider. See " +
                        "docs/company-provider.md",
                ),
            ),
            compare(`${name} signs ID tokens with RS256`, (document) =>
                listed(
                    document.id_token_signing_alg_values_supported,
                    "RS256",
                    "Cognito verifies no other signature. Ask the company's administrator to sign " +
                        "flexAI's ID tokens with it.",
                ),
            ),
        ],
        authorizationEndpoint,
    };
}

async function metadataOf(
    { name, issuer }: Company,
    setIssuer: readonly string[],
): Promise<Result<JsonObject>> {
    const url = `${issuer}/.well-known/openid-configuration`;
    const fail = (seen: string) =>
        failed(
            `the metadata of a provider at ${url}`,
            seen,
            `Nobody of ${name} can sign in. Compare the issuer with the one that the company's ` +
                "administrator sent. If it is right, the provider is down, or cannot be reached from " +
                "here, and Cognito must reach it over the internet.",
            setIssuer,
        );
    try {
        const response = await request(url);
        const document = response.status === 200 ? jsonObject(response) : undefined;
        if (document && "issuer" in document) return passed(url, document);
        return fail(`${described(response)}, no metadata`);
    } catch (error) {
        if (error instanceof NoResponse) return fail(error.message);
        throw error;
    }
}

/** Finds the authorization endpoint, if Cognito could use it and the other two. */
function endpointIn(
    document: JsonObject,
    { name, issuer }: Company,
    setIssuer: readonly string[],
): Result<URL> {
    const names = ["authorization_endpoint", "token_endpoint", "jwks_uri"];
    const wrong = names.filter((field) => !isUsable(document[field], new URL(issuer)));
    if (wrong.length === 0) {
        const endpoint = new URL(String(document.authorization_endpoint));
        return passed(names.join(", "), endpoint);
    }
    return failed(
        `${names.join(", ")}, each with https`,
        wrong.map((field) => `${field}: ${valueInWords(document[field])}`).join(", "),
        `Nobody of ${name} can sign in. Ask the company's administrator whether this is the issuer ` +
            "of an OpenID Provider.",
        setIssuer,
    );
}

/** Whether a value is an address that Cognito would ask; without TLS on this machine alone. */
function isUsable(value: unknown, issuer: URL): boolean {
    if (typeof value !== "string" || !URL.canParse(value)) return false;
    const url = new URL(value);
    return url.protocol === "https:" || (isLoopback(issuer) && isLoopback(url));
}

function listed(list: unknown, expected: string, advice: string): Problem | Result {
    const values = strings(list);
    if (values.includes(expected)) return passed(expected);
    return failed(expected, values.join(", ") || valueInWords(list), advice);
}

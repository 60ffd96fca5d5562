import type { UserPoolClient } from "../program/registeredClient";
import type { Parameters } from "./parameters";
import { CallbackRefusal, Refusal } from "./refusal";

/** A request for a sign-in that the client may make. OIDC Core, section 3.1.2.1. */
export interface AuthorizationRequest {
    readonly redirectUri: string;
    readonly scopes: readonly string[];
    readonly state: string | undefined;
    readonly nonce: string | undefined;
    /** PKCE's challenge, method S256. RFC 7636, section 4.2. */
    readonly codeChallenge: string | undefined;
}

/**
 * Checks a request for a sign-in as Cognito does.
 *
 * @throws {Refusal} When the client or its callback is not registered, so that nobody is sent there
 * @throws {CallbackRefusal} When the client may not ask for this
 */
export function readAuthorizationRequest(
    query: Parameters,
    client: UserPoolClient,
): AuthorizationRequest {
    const { redirect_uri: redirectUri, state, nonce, code_challenge: codeChallenge } = query;
    checkClient(query, client);
    if (redirectUri === undefined || !client.callbackUrls.includes(redirectUri)) {
        throw new Refusal(400, "The callback in redirect_uri is not registered for this client.");
    }
    const refuse = (code: string): never => {
        throw new CallbackRefusal(redirectUri, state, code);
    };

    const { response_type: responseType } = query;
    if (responseType !== "code" && responseType !== "token") return refuse("invalid_request");
    // Cognito knows the implicit flow, and no client may use it here.
    if (responseType === "token" || !client.flows.includes("code")) {
        return refuse("unauthorized_client");
    }

    const scopes = query.scope?.split(" ").filter((scope) => scope !== "") ?? client.scopes;
    const known = scopes.every((scope) => client.scopes.includes(scope));
    if (!known || scopes.length === 0) return refuse("invalid_scope");

    const method = query.code_challenge_method;
    const pkceFits =
        codeChallenge === undefined
            ? method === undefined
            : method === "S256" && /^[\w-]{43}$/.test(codeChallenge);
    if (!pkceFits) return refuse("invalid_request");
    return { redirectUri, scopes: [...new Set(scopes)], state, nonce, codeChallenge };
}

/**
 * Checks that a browser comes on behalf of the client.
 *
 * @throws {Refusal} When it does not
 */
export function checkClient(query: Parameters, client: UserPoolClient): void {
    if (query.client_id !== client.id) {
        throw new Refusal(
            400,
            "The client in client_id is not known. Each start of the try-out has a new one: go back to the address that it printed.",
        );
    }
}

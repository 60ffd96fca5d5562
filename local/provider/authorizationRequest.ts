import {
    identityProviderParameter,
    languageParameter,
    type SignInLanguage,
    signInLanguage,
} from "../../components/signInLanguage";
import type { UserPoolClient } from "../program/registeredClient";
import type { Parameters } from "./parameters";
import { CallbackRefusal, Refusal } from "./refusedRequest";

/** A request for a sign-in that the client may make. OIDC Core, section 3.1.2.1. */
export interface AuthorizationRequest {
    readonly redirectUri: string;
    readonly scopes: readonly string[];
    readonly state: string | undefined;
    readonly nonce: string | undefined;
    /** PKCE's challenge, method S256. RFC 7636, section 4.2. */
    readonly codeChallenge: string | undefined;
    /** Whether to sign in without a page (`none`), with one (`always`), or as the session allows. */
    readonly page: "none" | "always" | undefined;
    /** User name that the sign-in page is filled in with. */
    readonly loginHint: string | undefined;
    /** Language of the sign-in page, if Cognito has it. */
    readonly language: SignInLanguage | undefined;
    /** Name of the provider at which to sign in, without a page of the pool's own. */
    readonly identityProvider: string | undefined;
}

/**
 * Checks a request for a sign-in as Cognito does.
 *
 * @throws {Refusal} When the client or its callback is not registered: nobody may be sent there
 * @throws {CallbackRefusal} When the client may not ask for this
 */
export function readAuthorizationRequest(
    query: Parameters,
    client: UserPoolClient,
): AuthorizationRequest {
    checkClient(query, client);
    const redirectUri = checkAddress(query, "redirect_uri", client.callbackUrls);
    const { state, nonce, code_challenge: codeChallenge } = query;
    const refuse = (code: string, description?: string): never => {
        throw new CallbackRefusal(redirectUri, state, code, description);
    };

    const { response_type: responseType } = query;
    if (responseType !== "code" && responseType !== "token") return refuse("invalid_request");
    // Cognito knows the implicit flow, but no client may use it here.
    if (responseType === "token" || !client.flows.includes("code")) {
        return refuse("unauthorized_client");
    }

    const scopes = query.scope?.split(" ").filter((scope) => scope !== "") ?? client.scopes;
    const known = scopes.every((scope) => client.scopes.includes(scope));
    // The developer guide names the error invalid_scope, but live pools were seen to respond like this
    // (angular-oauth2-oidc issue 1253).
    if (!known || scopes.length === 0) return refuse("invalid_request", "invalid_scope");

    if (!challengeIsValid(codeChallenge, query.code_challenge_method)) {
        return refuse("invalid_request");
    }
    const page = readPrompt(query.prompt);
    if (page === "invalid") return refuse("invalid_request");
    const { login_hint: loginHint, [languageParameter]: language } = query;
    return {
        redirectUri,
        scopes: [...new Set(scopes)],
        state,
        nonce,
        codeChallenge,
        page,
        loginHint,
        language: signInLanguage(language),
        identityProvider: query[identityProviderParameter],
    };
}

/**
 * Checks that a request names the client.
 *
 * @throws {Refusal} When it does not
 */
export function checkClient({ client_id: id }: Parameters, client: UserPoolClient): void {
    if (id === client.id) return;
    throw new Refusal(
        400,
        id === undefined
            ? "The parameter client_id is missing."
            : "The client in client_id is not known. Each start of the try-out has a new one.",
    );
}

/**
 * Reads the address to send the browser to, which the client must have registered.
 *
 * @throws {Refusal} When it is missing or not registered
 */
export function checkAddress(
    query: Parameters,
    name: "redirect_uri" | "logout_uri",
    registered: readonly string[],
): string {
    const { [name]: address } = query;
    if (address === undefined) throw new Refusal(400, `The parameter ${name} is missing.`);
    if (registered.includes(address)) return address;
    throw new Refusal(400, `The address in ${name} is not registered for this client.`);
}

function challengeIsValid(challenge: string | undefined, method: string | undefined): boolean {
    if (challenge === undefined) return method === undefined;
    return method === "S256" && /^[\w-]{43}$/.test(challenge);
}

/**
 * Reads `prompt`, whose values are separated by spaces. OIDC Core, section 3.1.2.1. Managed login
 * behaves so (amplify-js issue 14897 and pull request 14464): `none` needs a session, `login` and
 * `select_account` show the page in spite of one.
 */
function readPrompt(prompt = ""): AuthorizationRequest["page"] | "invalid" {
    const values = prompt.split(" ").filter((value) => value !== "");
    const known = ["none", "login", "consent", "select_account"];
    const contradicts = values.includes("none") && values.length > 1;
    if (contradicts || !values.every((value) => known.includes(value))) return "invalid";
    if (values.includes("none")) return "none";
    return values.includes("login") || values.includes("select_account") ? "always" : undefined;
}

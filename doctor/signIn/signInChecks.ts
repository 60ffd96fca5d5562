import type { JSONWebKeySet } from "jose";
import type { Page } from "playwright-core";

import { type Check, passed } from "../check";
import type { DiscoveryChecks } from "../checks/discovery";
import type { Deployment } from "../deployment";
import { signInName } from "./aboutSignIn";
import { readCode, redeem, signInRequest, type Tokens } from "./codeFlow";
import { verifiedRoles } from "./issuedToken";
import { walkThrough } from "./pageWalk";
import { trapRequests } from "./requestTrap";
import type { ThrowAwayUser } from "./throwAwayUser";

/** What a sign-in is made with. */
export interface SignIn {
    readonly user: Pick<
        ThrowAwayUser,
        "username" | "password" | "preferredUsername" | "join" | "leave"
    >;
    /** Role that the user has during the sign-in; without one no tokens are asked for. */
    readonly role: string | undefined;
    readonly page: Page;
    /** Milliseconds that the sign-in page has for each step. */
    readonly pageLimit: number;
}

/** Checks that a sign-in needs. */
export interface SignInNeeds {
    readonly host: Check;
    readonly confirmations: DiscoveryChecks["confirmations"];
    readonly keys: Check<JSONWebKeySet>;
}

/** Checks of a sign-in. */
export interface SignInChecks {
    readonly all: readonly Check[];
    /** Finds the ID token, if there is a role. */
    readonly idToken: Check<string> | undefined;
}

/** Signs a throw-away user in as a person does, up to flexAI's callback or, with a role, the tokens. */
export function signInChecks(
    deployment: Deployment,
    { user, role, page, pageLimit }: SignIn,
    { host, confirmations, keys }: SignInNeeds,
): SignInChecks {
    const { issuer, clientId, rolesClaim, commands } = deployment;
    const request = signInRequest(deployment);
    const callback: Check<URL> = {
        name: signInName,
        needs: [host, ...confirmations.authorizationEndpoint],
        run: async () => {
            const { username, password } = user;
            const { origin: pageOrigin } = new URL(request.url);
            const limits = { redirectUri: request.redirectUri, pageOrigin, password };
            const { reached } = await trapRequests(page, limits);
            const person = {
                username,
                password: async () => {
                    if (role !== undefined) await user.join(role);
                    return password;
                },
            };
            try {
                // The walk says what is wrong with a page that does not load.
                const loaded = page.goto(request.url, { timeout: pageLimit });
                await Promise.race([loaded, reached]).catch(() => undefined);
                const url = await walkThrough(page, person, reached, pageLimit, commands);
                return passed("in a browser, as a person does", url);
            } finally {
                // Whoever may have the password by now, it opens nothing.
                await user.leave();
            }
        },
    };
    const code: Check<string> = {
        name: "the browser is sent to flexAI's callback with a code and the state",
        needs: [callback],
        run: (found) =>
            passed(
                "and stopped there: flexAI got no request",
                readCode(found(callback), request, commands),
            ),
    };
    if (role === undefined) return { all: [callback, code], idToken: undefined };

    const tokens: Check<Tokens> = {
        name: "the token endpoint exchanges the code for tokens",
        needs: [code, ...confirmations.tokenEndpoint],
        run: async (found) =>
            passed(
                "with the client's secret and PKCE",
                await redeem(deployment, found(code), request),
            ),
    };
    const { preferredUsername } = user;
    const contents = { issuer, rolesClaim, role };
    const idToken: Check<string> = {
        name: `the ID token is for the throw-away user and has the role ${role}`,
        needs: [tokens, keys],
        run: async (found) => {
            const { idToken: token } = found(tokens);
            const exact = {
                aud: clientId,
                token_use: "id",
                nonce: request.nonce,
                preferred_username: preferredUsername,
            };
            await verifiedRoles(token, found(keys), { ...contents, exact }, commands);
            return passed(`${preferredUsername}, ${role}`, token);
        },
    };
    const accessToken: Check = {
        name: `the access token is for the client and has the role ${role}`,
        needs: [tokens, keys],
        run: async (found) => {
            const { accessToken: token } = found(tokens);
            const exact = { client_id: clientId, token_use: "access" };
            const roles = await verifiedRoles(token, found(keys), { ...contents, exact }, commands);
            return passed(JSON.stringify(roles));
        },
    };
    return { all: [callback, code, tokens, idToken, accessToken], idToken };
}

import type { JSONWebKeySet } from "jose";
import type { Page } from "playwright-core";

import { type Check, failed, type FoundBy, passed, type Result } from "../check";
import type { Deployment } from "../deployment";
import { trapCallback } from "./browser";
import { readCode, redeem, signInRequest } from "./codeFlow";
import { checkToken } from "./issuedToken";
import { walkThrough } from "./pageWalk";
import type { ThrowAwayUser } from "./throwAwayUser";
import { Unexpected } from "./unexpected";

/** What a sign-in is made with. */
export interface SignIn {
    readonly user: Pick<ThrowAwayUser, "username" | "password" | "preferredUsername">;
    /** Role whose group the user is in; without one no tokens are asked for. */
    readonly role: string | undefined;
    readonly page: Page;
    /** Milliseconds that the sign-in page has for each step. */
    readonly pageLimit: number;
}

/** Checks that a sign-in needs. */
export interface SignInNeeds {
    readonly host: Check;
    /** Confirm where the client's secret may be sent. */
    readonly confirmations: readonly Check[];
    readonly keys: Check<JSONWebKeySet>;
}

/** Checks of a sign-in. */
export interface SignInChecks {
    readonly all: readonly Check[];
    /** Passes on the ID token, if there is a role. */
    readonly idToken: Check<string> | undefined;
}

/** Signs a throw-away user in as a person does, up to flexAI's callback or, with a role, the tokens. */
export function signInChecks(
    deployment: Deployment,
    { user, role, page, pageLimit }: SignIn,
    { host, confirmations, keys }: SignInNeeds,
): SignInChecks {
    const { issuer, clientId, rolesClaim } = deployment;
    const request = signInRequest(deployment);
    const check = <Found>(
        name: string,
        needs: readonly Check[],
        seen: (found: Found) => string,
        find: (found: FoundBy) => Promise<Found>,
    ): Check<Found> => ({
        name,
        needs,
        run: async (foundBy): Promise<Result<Found>> => {
            try {
                const found = await find(foundBy);
                return passed(seen(found), found);
            } catch (error) {
                if (!(error instanceof Unexpected)) throw error;
                const commands = error.isRestorable ? deployment.commands.restore : [];
                return failed(error.expected, error.seen, error.advice, commands);
            }
        },
    });

    const walked = check(
        "a throw-away user signs in on the real page",
        [host],
        () => "in a browser, as a person does",
        async () => {
            const { reached } = await trapCallback(page, request.redirectUri);
            // The walk says what is wrong with a page that does not load.
            await page.goto(request.url, { timeout: pageLimit }).catch(() => undefined);
            return walkThrough(page, user, reached, pageLimit);
        },
    );
    const code = check(
        "the browser is sent to flexAI's callback with a code and the state",
        [walked],
        () => "and stopped there: flexAI got no request",
        (found) => Promise.resolve(readCode(found(walked), request)),
    );
    if (role === undefined) return { all: [walked, code], idToken: undefined };

    const tokens = check(
        "the token endpoint exchanges the code for tokens",
        [code, ...confirmations],
        () => "with the client's secret and PKCE",
        (found) => redeem(deployment, found(code), request),
    );
    const contents = { issuer, rolesClaim, role };
    const { nonce } = request;
    const named = { nonce, preferred_username: user.preferredUsername };
    const idToken = check(
        `the ID token is for the throw-away user and has the role ${role}`,
        [tokens, keys],
        () => `${named.preferred_username}, ${role}`,
        async (found) => {
            const token = found(tokens).idToken;
            const exact = { aud: clientId, token_use: "id", ...named };
            await checkToken(token, found(keys), { ...contents, exact });
            return token;
        },
    );
    const accessToken = check(
        `the access token is for the client and has the role ${role}`,
        [tokens, keys],
        (roles: readonly unknown[]) => JSON.stringify(roles),
        (found) => {
            const exact = { client_id: clientId, token_use: "access" };
            return checkToken(found(tokens).accessToken, found(keys), { ...contents, exact });
        },
    );
    return { all: [walked, code, tokens, idToken, accessToken], idToken };
}

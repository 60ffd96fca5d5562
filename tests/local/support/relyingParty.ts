import { expect } from "chai";
import * as oidc from "openid-client";

import type { Person } from "./browser";
import { Browser } from "./browser";
import type { Report } from "./npmStart";

/** What of a provider a relying party needs. */
export type Registration = Pick<
    Report,
    "issuer" | "clientId" | "clientSecret" | "redirectUris" | "authorizationEndpoint"
>;

/** Reads the provider's metadata with openid-client. */
export function discovered(
    { issuer, clientId, clientSecret }: Registration,
    authentication = oidc.ClientSecretBasic(clientSecret),
): Promise<oidc.Configuration> {
    return oidc.discovery(new URL(issuer), clientId, clientSecret, authentication, {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so as to stand out
        execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
    });
}

/** A sign-in that has come as far as the callback. */
export interface Callback {
    readonly url: URL;
    readonly checks: oidc.AuthorizationCodeGrantChecks & { readonly pkceCodeVerifier: string };
}

/** Begins a sign-in with PKCE, state and nonce, and lets a person finish it. */
export async function signedIn(
    configuration: oidc.Configuration,
    { redirectUris }: Registration,
    person: Person,
    options: { browser?: Browser; scope?: string } = {},
): Promise<Callback> {
    const checks = {
        pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
        expectedState: oidc.randomState(),
        expectedNonce: oidc.randomNonce(),
        idTokenExpected: true,
    };
    const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUris[1] ?? "",
        scope: options.scope ?? "openid email profile",
        state: checks.expectedState,
        nonce: checks.expectedNonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
        code_challenge_method: "S256",
    });
    const browser = options.browser ?? new Browser();
    return { url: await browser.signIn(url, person), checks };
}

/** Signs a person in and returns the tokens. */
export async function tokensOf(
    configuration: oidc.Configuration,
    registration: Registration,
    person: Person,
    scope = "openid email profile",
) {
    const { url, checks } = await signedIn(configuration, registration, person, { scope });
    return oidc.authorizationCodeGrant(configuration, url, checks);
}

/** Asks for a sign-in and returns the path that it leads to. */
export async function leadsTo(
    browser: Browser,
    configuration: oidc.Configuration,
    { redirectUris }: Registration,
): Promise<string> {
    const url = oidc.buildAuthorizationUrl(configuration, { redirect_uri: redirectUris[1] ?? "" });
    const { headers } = await browser.request(url);
    return new URL(headers.get("location") ?? "", url).pathname;
}

/** The one user whose only role this is, or who has none if it is empty. */
export function personWith({ users }: Report, role: string): Report["users"][number] {
    const found = users.find(({ roles }) => roles.join() === role);
    if (!found) throw new Error(`There is no user with the role '${role}'.`);
    return found;
}

/** Expects an OAuth error and returns it. */
export async function refused(attempt: Promise<unknown>): Promise<oidc.ResponseBodyError> {
    const error = await attempt.then(
        () => undefined,
        (reason: unknown) => reason,
    );
    expect(error, "an OAuth error").to.be.instanceOf(oidc.ResponseBodyError);
    return error as oidc.ResponseBodyError;
}

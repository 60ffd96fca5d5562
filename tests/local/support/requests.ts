import { expect } from "chai";

import { Browser } from "./browser";
import type { Report } from "./npmStart";

/** Writes an authorization request that nothing is wrong with but for the changes. */
export function authorizationUrl(
    {
        authorizationEndpoint,
        clientId,
        redirectUris,
    }: Pick<Report, "authorizationEndpoint" | "clientId" | "redirectUris">,
    changes: Readonly<Record<string, string>> = {},
): string {
    const query = {
        client_id: clientId,
        redirect_uri: redirectUris[1] ?? "",
        response_type: "code",
        scope: "openid",
        state: "the state",
        ...changes,
    };
    return `${authorizationEndpoint}?${new URLSearchParams(query).toString()}`;
}

/** Asks for an address and follows no redirect. */
export function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(address, { redirect: "manual", headers });
}

/** Sends a form to the token endpoint as the client, unless the headers say otherwise. */
export function tokenRequest(
    { tokenEndpoint, clientId, clientSecret }: Report,
    body: string,
    headers: Record<string, string> = {},
): Promise<Response> {
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
    return fetch(tokenEndpoint, {
        method: "POST",
        body,
        headers: {
            "content-type": "application/x-www-form-urlencoded",
            authorization: `Basic ${basic}`,
            ...headers,
        },
    });
}

/** Opens the sign-in page in a browser of its own. */
export async function signInPage(report: Report) {
    const browser = new Browser();
    return { browser, ...(await browser.open(authorizationUrl(report))) };
}

/** What a user types to sign in. */
export function userOf({ users }: Report, index: number) {
    const user = users[index];
    if (!user) throw new Error("There is no such user.");
    return { username: user.username, password: user.password };
}

/** Expects that the server goes on after whatever it was asked. */
export async function serverLives({ discoveryUrl }: Report): Promise<void> {
    expect((await get(discoveryUrl)).status).to.equal(200);
}

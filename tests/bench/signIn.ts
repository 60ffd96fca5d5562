import { Agent, type IncomingHttpHeaders, request } from "node:http";

import type { Report } from "../local/support/npmStart";

/** What a sign-in needs of `npm start -- --json`. */
export type Provider = Pick<
    Report,
    | "authorizationEndpoint"
    | "tokenEndpoint"
    | "clientId"
    | "clientSecret"
    | "redirectUris"
    | "users"
>;

// Little of a client, so that the provider is what is measured.
const agent = new Agent({ keepAlive: true });

/**
 * Signs the first user in: from the authorization endpoint by way of the sign-in page and its form
 * to the tokens, four requests.
 */
export async function signIn(provider: Provider): Promise<void> {
    const { authorizationEndpoint, clientId, clientSecret, tokenEndpoint } = provider;
    const { username = "", password = "" } = provider.users[0] ?? {};
    const redirectUri = provider.redirectUris[1] ?? "";
    const query = new URLSearchParams({
        response_type: "code",
        client_id: clientId,
        redirect_uri: redirectUri,
        scope: "openid email profile",
    }).toString();

    const authorization = await send(`${authorizationEndpoint}?${query}`);
    const login = new URL(authorization.headers.location ?? "", authorizationEndpoint);
    const page = await send(login);
    const csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? "";
    const cookie = page.headers["set-cookie"]?.map((one) => one.split(";")[0]).join("; ") ?? "";
    const callback = await send(login, { _csrf: csrf, username, password }, cookie);
    const code = new URL(callback.headers.location ?? "about:blank").searchParams.get("code") ?? "";
    const tokens = await send(tokenEndpoint, {
        grant_type: "authorization_code",
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
    });
    if (!tokens.body.includes('"id_token"')) throw new Error(`No ID token: ${tokens.body}`);
}

interface Answer {
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
}

/** Sends a form, or without one a plain request. */
function send(url: string | URL, form?: Record<string, string>, cookie = ""): Promise<Answer> {
    const headers = { cookie, "content-type": "application/x-www-form-urlencoded" };
    return new Promise((resolve, reject) => {
        const method = form ? "POST" : "GET";
        const sent = request(url, { agent, method, headers }, (response) => {
            let body = "";
            response.setEncoding("utf8");
            response.on("data", (text: string) => (body += text));
            response.on("end", () => {
                resolve({ headers: response.headers, body });
            });
        });
        sent.on("error", reject).end(form && new URLSearchParams(form).toString());
    });
}

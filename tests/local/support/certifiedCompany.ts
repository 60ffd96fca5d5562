import "./quietProvider";

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { exportJWK, generateKeyPair } from "jose";
import { type Configuration, Provider } from "oidc-provider";

import { Browser } from "./browser";
import { type Choice, post } from "./companyVisit";

/** A company whose provider is oidc-provider, which is certified. */
export interface CertifiedCompany {
    readonly issuer: string;
    /** Registers the client's address as the company's administrator would, and changes the rest. */
    readonly register: (redirectUri: string, changes?: Configuration) => void;
    readonly close: () => void;
}

/** The client that the company registers. */
export const client = {
    client_id: "flexai",
    client_secret: "a secret of forty-odd characters of length",
};

/**
 * Starts it on loopback.
 *
 * @param people - The claims of each, by what they type as their name
 */
export async function startCertifiedCompany(
    people: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<CertifiedCompany> {
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const jwks = { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" }] };
    const server = createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const register = (redirectUri: string, changes: Configuration = {}) => {
        const provider = new Provider(issuer, {
            clients: [
                {
                    ...client,
                    redirect_uris: [redirectUri],
                    token_endpoint_auth_method: "client_secret_post",
                },
            ],
            jwks,
            cookies: { keys: ["a key"] },
            pkce: { required: () => false },
            conformIdTokenClaims: false,
            claims: {
                openid: ["sub"],
                profile: ["preferred_username", "groups"],
                email: ["email"],
            },
            findAccount: (_context, id) => ({
                accountId: id,
                claims: () => ({ sub: id, ...people[id] }),
            }),
            ...changes,
        });
        server.removeAllListeners("request");
        server.on("request", (request, response) => void provider.callback()(request, response));
    };
    register("http://127.0.0.1/");
    return {
        issuer,
        register,
        close: () => {
            server.close();
            server.closeAllConnections();
        },
    };
}

/** Signs somebody in at the provider's own pages, and lets the client have what it asks for. */
export function certifiedPerson(name: string): Choice {
    const send = async (
        browser: Browser,
        { address, text }: Parameters<Choice>[1],
        end: string,
    ): ReturnType<Choice> => {
        const [, action = ""] = /<form [^>]*action="([^"]+)"/.exec(text) ?? [];
        if (action === "") return { address, text };
        const [, prompt = ""] = /name="prompt" value="([^"]+)"/.exec(text) ?? [];
        const fields = { prompt, login: name, password: "any" };
        const next = await browser.travel(new URL(action, address), end, post(fields, address));
        return next.text === "" ? next : send(browser, next, end);
    };
    return send;
}

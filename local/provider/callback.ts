import { randomUUID } from "node:crypto";

import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";

import type { PoolUser } from "../program/registeredPool";
import { randomSecret } from "../secrets";
import { TriggerError } from "../trigger/trigger";
import type { AuthorizationRequest } from "./authorizationRequest";
import { cookieOptions } from "./formToken";
import { type Provider, type Session, sessionLifetime } from "./provider";
import { CallbackRefusal } from "./refusedRequest";

/** Name of the cookie that carries the session, as at Cognito. */
export const sessionCookie = "cognito";

/** Begins the user's session in place of an earlier one, and returns the client's address. */
export async function finishSignIn(
    c: Context,
    provider: Provider,
    request: AuthorizationRequest,
    user: PoolUser,
): Promise<string> {
    const session = { user, authTime: Math.floor(Date.now() / 1000) };
    const address = await callback(provider, request, session);
    const { sessions } = provider;
    sessions.delete(getCookie(c, sessionCookie) ?? "");
    const id = randomSecret();
    sessions.set(id, session);
    setCookie(c, sessionCookie, id, { ...cookieOptions, maxAge: sessionLifetime });
    return address;
}

/** Makes a code, and the client's address with it. */
export async function callback(
    { tokens, codes }: Provider,
    request: AuthorizationRequest,
    { user, authTime }: Session,
): Promise<string> {
    const { redirectUri, state, scopes } = request;
    const grant = { user, scopes, authTime, originJti: randomUUID() };
    try {
        const customization = await tokens.customization(grant, "TokenGeneration_HostedAuth");
        const code = randomUUID();
        codes.set(code, { request, grant, customization });
        const address = new URL(redirectUri);
        address.searchParams.set("code", code);
        if (state !== undefined) address.searchParams.set("state", state);
        return address.href;
    } catch (error) {
        if (!(error instanceof TriggerError)) throw error;
        throw new CallbackRefusal(redirectUri, state, "invalid_request", error.message);
    }
}

import { TTLCache } from "@isaacs/ttlcache";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

import { tokenLifetimes } from "../../flexai/manual";
import { randomSecret } from "../secrets";
import type { Tokens } from "./connection";

/** A user's session with the page. */
export interface SignedIn {
    tokens: Tokens;
    /** What has just happened, shown once. */
    notice: string | undefined;
}

const cookie = "flexai_page_session";
/** Seconds; as long as a refresh token of flexAI's client is valid. */
const lifetime = tokenLifetimes.refreshTokenHours * 3600;

/** The sessions of the page, each known by a cookie. */
export class Sessions {
    readonly #sessions = new TTLCache<string, SignedIn>({
        ttl: lifetime * 1000,
        max: 10_000,
        checkAgeOnGet: true,
    });

    /** Finds the session of a request. */
    of(c: Context): SignedIn | undefined {
        return this.#sessions.get(getCookie(c, cookie) ?? "");
    }

    /** Begins a session in place of the one before. */
    begin(c: Context, tokens: Tokens): void {
        this.#sessions.delete(getCookie(c, cookie) ?? "");
        const id = randomSecret();
        this.#sessions.set(id, { tokens, notice: undefined });
        const options = { httpOnly: true, sameSite: "Lax", path: "/", maxAge: lifetime } as const;
        setCookie(c, cookie, id, options);
    }

    /**
     * Ends the session of a request.
     *
     * @returns Whether the browser has known of one
     */
    end(c: Context): boolean {
        const id = getCookie(c, cookie);
        if (id === undefined) return false;
        this.#sessions.delete(id);
        deleteCookie(c, cookie);
        return true;
    }
}

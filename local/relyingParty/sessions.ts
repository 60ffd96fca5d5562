import { TTLCache } from "@isaacs/ttlcache";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

import { signInSeconds, tokenLifetimes } from "../../flexai/manual";
import { randomSecret } from "../secrets";
import type { PendingSignIn, Tokens } from "./oidcClient";

/** A user's session with the page. */
export interface SignedIn {
    tokens: Tokens;
    /** Message about what has just happened; shown once. */
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
     * @returns Whether the browser had a cookie of one
     */
    end(c: Context): boolean {
        const id = getCookie(c, cookie);
        if (id === undefined) return false;
        this.#sessions.delete(id);
        deleteCookie(c, cookie);
        return true;
    }
}

/** Seconds. Longer than a sign-in may take, so that a late callback is known to be late. */
const cookieLifetime = 3600;

/** Sign-ins that have begun and not ended. Each has a cookie of its own, so several tabs may have one. */
export class PendingSignIns {
    readonly #pending = new TTLCache<string, PendingSignIn>({
        ttl: signInSeconds * 1000,
        max: 10_000,
        checkAgeOnGet: true,
    });

    /** Adds a sign-in that only the browser of this request may finish. */
    add(c: Context, pending: PendingSignIn): void {
        this.#pending.set(pending.state, pending);
        const options = {
            httpOnly: true,
            sameSite: "Lax",
            path: "/",
            maxAge: cookieLifetime,
        } as const;
        setCookie(c, cookieOf(pending.state), "begun", options);
    }

    /** Removes and returns the sign-in that a callback finishes, or explains why there is none. */
    take(
        c: Context,
    ): { pending: PendingSignIn; refusal?: never } | { pending?: never; refusal: string } {
        const state = c.req.query("state") ?? "";
        if (getCookie(c, cookieOf(state)) === undefined) {
            return { refusal: "This sign-in has been used already, or began in another browser." };
        }
        deleteCookie(c, cookieOf(state));
        const pending = this.#pending.get(state);
        this.#pending.delete(state);
        if (pending) return { pending };
        const minutes = String(signInSeconds / 60);
        return { refusal: `This sign-in took longer than ${minutes} minutes.` };
    }
}

function cookieOf(state: string): string {
    return `flexai_page_sign_in_${state}`;
}

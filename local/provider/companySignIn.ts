import { TTLCache } from "@isaacs/ttlcache";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

import { companyCallbackPath } from "../../components/endpoints";
import type { PoolUser, UserPool } from "../program/registeredPool";
import type { RegisteredCompany } from "../program/registeredCompany";
import { randomSecret } from "../secrets";
import type { AuthorizationRequest } from "./authorizationRequest";
import { finishSignIn } from "./callback";
import { type CompanyChecks, CompanyClient, CompanyRefusal } from "./companyClient";
import { CompanyProfiles, type ReceivedGroups } from "./companyProfiles";
import { cookieOptions } from "./formToken";
import type { Provider } from "./provider";
import { CallbackRefusal, Refusal } from "./refusedRequest";

/** Name of the cookie that binds a sign-in at the company to its browser, as at Cognito. */
const stateCookie = "csrf-state";

/** Seconds that somebody may take at the company. */
const longestSignIn = 300;

interface Pending extends CompanyChecks {
    readonly request: AuthorizationRequest;
}

/** What a sign-in at the company is made from. */
export interface CompanySignInOptions {
    readonly company: RegisteredCompany;
    readonly pool: UserPool;
    /** Address to which the company sends people back. */
    readonly redirectUri: string;
    readonly issuer: string;
}

/** Sign-in with the accounts of a company, as Cognito does it. */
export class CompanySignIn {
    readonly #pending = new TTLCache<string, Pending>({
        ttl: longestSignIn * 1000,
        max: 10_000,
        checkAgeOnGet: true,
    });

    private constructor(
        /** Name of the company's provider in the pool. */
        readonly name: string,
        private readonly client: CompanyClient,
        private readonly profiles: CompanyProfiles,
    ) {}

    /** Reads the company's metadata, which its provider must already serve. */
    static async connect({ company, pool, redirectUri, issuer }: CompanySignInOptions) {
        const client = await CompanyClient.discover(company, issuer, redirectUri);
        return new CompanySignIn(company.name, client, new CompanyProfiles(company, pool));
    }

    /** The company's people who have signed in. */
    get users(): readonly PoolUser[] {
        return this.profiles.all;
    }

    /** Returns what came of groups for a user of the pool, if the user is one of the company's people. */
    receivedGroups(sub: string): ReceivedGroups | undefined {
        return this.profiles.receivedGroups(sub);
    }

    /** Sends the browser to the company. */
    begin(c: Context, request: AuthorizationRequest): Response {
        const checks = { state: randomSecret(), nonce: randomSecret() };
        this.#pending.set(checks.state, { ...checks, request });
        setCookie(c, stateCookie, checks.state, { ...cookieOptions, maxAge: longestSignIn });
        return c.redirect(this.client.address(checks));
    }

    /** Serves the address to which the company sends the browser back. */
    routes(provider: Provider) {
        return new Hono().get(companyCallbackPath, async (c) => {
            const { request, ...checks } = this.#take(c);
            const user = await this.#userOf(new URL(c.req.url).search, checks, request);
            // Cognito puts its own nonce into the ID token if the client sent none (kargo issue 6797).
            const withNonce = { ...request, nonce: request.nonce ?? checks.nonce };
            return c.redirect(await finishSignIn(c, provider, withNonce, user));
        });
    }

    /** Removes and returns the sign-in that this browser has begun. */
    #take(c: Context): Pending {
        const state = getCookie(c, stateCookie) ?? "";
        const pending = this.#pending.get(state);
        this.#pending.delete(state);
        deleteCookie(c, stateCookie, { path: "/" });
        if (pending && c.req.query("state") === state) return pending;
        throw new Refusal(400, `This sign-in at ${this.name} began elsewhere or took too long.`);
    }

    async #userOf(
        query: string,
        checks: CompanyChecks,
        { redirectUri, state }: AuthorizationRequest,
    ): Promise<PoolUser> {
        try {
            return this.profiles.update(await this.client.redeem(query, checks));
        } catch (error) {
            if (!(error instanceof CompanyRefusal)) throw error;
            throw new CallbackRefusal(redirectUri, state, error.code, error.message);
        }
    }
}

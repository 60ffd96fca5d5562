import { TTLCache } from "@isaacs/ttlcache";

import type { PoolUser, UserPool } from "../program/registeredPool";
import type { Trigger } from "../trigger/trigger";
import type { TryOutUser } from "../tryOutUsers";
import type { AuthorizationRequest } from "./authorizationRequest";
import type { Grant } from "./claims";
import type { CompanySignIn } from "./companySignIn";
import type { Customization } from "./customization";
import { Passwords } from "./passwords";
import { SecondFactor } from "./secondFactor";
import type { SigningKeys } from "./signingKeys";
import { Tokens } from "./tokens";

/** What a provider is made from. */
export interface ProviderOptions {
    /** Name of the stack. */
    readonly stack: string;
    readonly pool: UserPool;
    readonly users: readonly TryOutUser[];
    readonly trigger: Trigger | undefined;
    /** Sign-in with the accounts of a company, by default of none. */
    readonly company?: CompanySignIn | undefined;
    readonly keys: SigningKeys;
    /** Origin of the provider, such as `http://127.0.0.1:8400`. */
    readonly origin: string;
    /** Address of the start page. */
    readonly home: string;
}

/** A user's session with the provider, which signs in again without a password. */
export interface Session {
    readonly user: PoolUser;
    /** Seconds since the epoch. */
    readonly authTime: number;
}

/** What an authorization code stands for. */
export interface Code {
    readonly request: AuthorizationRequest;
    readonly grant: Grant;
    readonly customization: Customization;
}

/** Seconds that a session lives, as at Cognito. */
export const sessionLifetime = 3600;

/** Seconds that an authorization code lives, as at Cognito. */
const codeLifetime = 300;

/** Seconds within which a browser asks again for the form after its password was refused. */
const refusalLifetime = 60;

/** An OpenID Provider in place of a user pool: what its endpoints share. */
export class Provider {
    readonly stack: string;
    readonly pool: UserPool;
    readonly users: readonly TryOutUser[];
    readonly company: CompanySignIn | undefined;
    readonly origin: string;
    readonly home: string;
    readonly issuer: string;
    readonly keys: SigningKeys;
    readonly tokens: Tokens;
    readonly sessions = store<Session>(sessionLifetime);
    readonly passwords: Passwords;
    /** What was typed and why it was refused, by the form's CSRF token. */
    readonly refusals = store<{ readonly username: string; readonly refusal: string }>(
        refusalLifetime,
    );
    readonly secondFactor = new SecondFactor();
    readonly codes = store<Code>(codeLifetime);
    readonly refreshTokens: TTLCache<string, Grant>;
    /** Sign-ins by `origin_jti` whose tokens have been revoked. */
    readonly revoked: TTLCache<string, true>;

    constructor({ stack, pool, users, trigger, company, keys, origin, home }: ProviderOptions) {
        const { lifetimes } = pool.client;
        this.stack = stack;
        this.pool = pool;
        this.users = users;
        this.passwords = new Passwords(users, pool);
        this.company = company;
        this.origin = origin;
        this.home = home;
        this.issuer = `${origin}/${pool.id}`;
        this.keys = keys;
        this.tokens = new Tokens(pool, this.issuer, keys, trigger);
        this.refreshTokens = store(lifetimes.refreshToken);
        this.revoked = store(lifetimes.accessToken);
    }

    /** The user with that id, whether of the pool or of the company. */
    userOf(sub: unknown): PoolUser | undefined {
        const everybody: readonly PoolUser[] = [...this.users, ...(this.company?.users ?? [])];
        return everybody.find((user) => user.sub === sub);
    }
}

function store<Value>(seconds: number): TTLCache<string, Value> {
    // Timers may be late, so reading checks the age too.
    return new TTLCache({ ttl: seconds * 1000, max: 10_000, checkAgeOnGet: true });
}

import type { UserPoolClient } from "../program/registeredClient";
import type { PoolUser } from "../program/registeredPool";

/** The claims of a token, or the response of userInfo. */
export type Claims = Readonly<Record<string, unknown>>;

/** What a user granted a client by signing in; valid as long as the refresh token. */
export interface Grant {
    readonly user: PoolUser;
    readonly scopes: readonly string[];
    /** Seconds since the epoch. */
    readonly authTime: number;
    /** Id that all tokens of a sign-in share. */
    readonly originJti: string;
}

/** Attributes that each scope lets a client read. OIDC Core, section 5.4. */
const attributesByScope: Readonly<Record<string, readonly string[]>> = {
    email: ["email", "email_verified"],
    phone: ["phone_number", "phone_number_verified"],
    profile: [
        "name",
        "family_name",
        "given_name",
        "middle_name",
        "nickname",
        "preferred_username",
        "profile",
        "picture",
        "website",
        "gender",
        "birthdate",
        "zoneinfo",
        "locale",
        "updated_at",
    ],
};

/** Picks the attributes for the client: with the scope `openid` alone, all that it may read. */
function readableAttributes(
    { user, scopes }: Pick<Grant, "user" | "scopes">,
    client: UserPoolClient,
): Record<string, string> {
    const named = scopes.flatMap((scope) => attributesByScope[scope] ?? []);
    const all = scopes.every((scope) => !(scope in attributesByScope));
    return Object.fromEntries(
        Object.entries(user.attributes).filter(
            ([name]) => client.readAttributes.includes(name) && (all || named.includes(name)),
        ),
    );
}

/** The claims that only an ID token has, before the trigger runs. */
export function idTokenClaims(grant: Grant, client: UserPoolClient): Claims {
    const attributes = Object.entries(readableAttributes(grant, client));
    const {
        username,
        attributes: { identities },
    } = grant.user;
    return {
        "cognito:username": username,
        ...(identities !== undefined && { identities: JSON.parse(identities) as unknown }),
        ...Object.fromEntries(
            attributes.map(([name, value]) => [
                name,
                // Attributes are strings, but these two are booleans in a token.
                /^(email|phone_number)_verified$/.test(name) ? value === "true" : value,
            ]),
        ),
        aud: client.id,
        token_use: "id",
    };
}

/** The claims that only an access token has, before the trigger runs. */
export function accessTokenClaims(
    { user }: Grant,
    client: UserPoolClient,
    scopes: readonly string[],
): Claims {
    return {
        client_id: client.id,
        scope: scopes.join(" "),
        token_use: "access",
        username: user.username,
        version: 2,
    };
}

/** The response of userInfo: strings only, and nothing of the trigger. */
export function userInfoClaims(
    grant: Pick<Grant, "user" | "scopes">,
    client: UserPoolClient,
): Claims {
    const { sub, username } = grant.user;
    return { sub, ...readableAttributes(grant, client), username };
}

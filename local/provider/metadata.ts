import { Hono } from "hono";

import type { Provider } from "./provider";

/** Serves OIDC Discovery and the keys: what Cognito lists, and no more. */
export function metadataRoutes({ issuer, origin, keys, pool }: Provider) {
    const metadata = {
        authorization_endpoint: `${origin}/oauth2/authorize`,
        end_session_endpoint: `${origin}/logout`,
        id_token_signing_alg_values_supported: ["RS256"],
        issuer,
        jwks_uri: `${issuer}/.well-known/jwks.json`,
        response_types_supported: ["code", "token"],
        revocation_endpoint: `${origin}/oauth2/revoke`,
        scopes_supported: ["openid", "email", "phone", "profile"],
        subject_types_supported: ["public"],
        token_endpoint: `${origin}/oauth2/token`,
        token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
        userinfo_endpoint: `${origin}/oauth2/userInfo`,
    };
    const jwks = async () => ({
        keys: await Promise.all([keys.idToken.publicJwk(), keys.accessToken.publicJwk()]),
    });
    return new Hono()
        .basePath(`/${pool.id}/.well-known`)
        .get("/openid-configuration", (c) => c.json(metadata))
        .get("/jwks.json", async (c) => c.json(await jwks()));
}

import { createRemoteJWKSet, jwtVerify } from "jose";
import * as oidc from "openid-client";

import type { StackOutputs } from "../../components/stackOutputs";
import { authorizationEndpointIn } from "../../flexai/configurationFile";
import { flexaiScopes } from "../../flexai/manual";
import type { Claims } from "../../flexai/admission";

/** The stack's outputs that a relying party needs. */
export type ProviderOutputs = Pick<
    StackOutputs,
    "issuer" | "clientId" | "clientSecret" | "flexaiConfig"
>;

/** What the server keeps in order to finish a sign-in. */
export interface PendingSignIn {
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
}

/** A user's tokens, verified. */
export interface Tokens {
    readonly idToken: Claims;
    readonly accessToken: Claims;
    readonly refreshToken: string | undefined;
}

/**
 * Reads the metadata of a provider on loopback. There is no TLS, so the signatures of its ID tokens are
 * checked as well.
 *
 * @throws {Error} When it does not serve them, or they are not valid
 */
export function discovered(
    issuer: string,
    clientId: string,
    authentication: oidc.ClientAuth,
): Promise<oidc.Configuration> {
    return oidc.discovery(new URL(issuer), clientId, undefined, authentication, {
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated only to attract attention
        execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
    });
}

/** The OpenID Connect side of the page: code flow with PKCE, state and nonce, and refresh. */
export class OidcClient {
    readonly #configuration: oidc.Configuration;
    readonly #outputs: ProviderOutputs;
    readonly #redirectUri: string;
    readonly #keys: ReturnType<typeof createRemoteJWKSet>;

    private constructor(
        configuration: oidc.Configuration,
        outputs: ProviderOutputs,
        redirectUri: string,
    ) {
        this.#configuration = configuration;
        this.#outputs = outputs;
        this.#redirectUri = redirectUri;
        this.#keys = createRemoteJWKSet(new URL(configuration.serverMetadata().jwks_uri ?? ""));
    }

    /** Reads the provider's metadata. */
    static async discover(outputs: ProviderOutputs, redirectUri: string) {
        const { issuer, clientId, clientSecret } = outputs;
        const authentication = oidc.ClientSecretBasic(clientSecret);
        const configuration = await discovered(issuer, clientId, authentication);
        return new OidcClient(configuration, outputs, redirectUri);
    }

    /**
     * Begins a sign-in: the address to send the browser to, and what to keep.
     *
     * @param parameters - Of the request, besides flexAI's own
     */
    async begin(
        parameters: Readonly<Record<string, string>> = {},
    ): Promise<{ readonly url: URL; readonly pending: PendingSignIn }> {
        const endpoint = authorizationEndpointIn(this.#outputs.flexaiConfig) ?? "";
        const pending = {
            state: oidc.randomState(),
            nonce: oidc.randomNonce(),
            codeVerifier: oidc.randomPKCECodeVerifier(),
        };
        const url = oidc.buildAuthorizationUrl(this.#configuration, {
            // As Envoy does, it keeps the parameters in the file.
            ...Object.fromEntries(new URL(endpoint).searchParams),
            ...parameters,
            redirect_uri: this.#redirectUri,
            scope: flexaiScopes.join(" "),
            state: pending.state,
            nonce: pending.nonce,
            code_challenge: await oidc.calculatePKCECodeChallenge(pending.codeVerifier),
            code_challenge_method: "S256",
        });
        return { url, pending };
    }

    /** Exchanges the code in the callback's query for tokens. */
    async finish(query: string, pending: PendingSignIn): Promise<Tokens> {
        const response = await oidc.authorizationCodeGrant(
            this.#configuration,
            new URL(query, this.#redirectUri),
            {
                expectedState: pending.state,
                expectedNonce: pending.nonce,
                pkceCodeVerifier: pending.codeVerifier,
                idTokenExpected: true,
            },
        );
        return this.#verify(response, undefined);
    }

    /** Exchanges the refresh token for new tokens; Cognito issues no new refresh token. */
    async refresh(refreshToken: string): Promise<Tokens> {
        const response = await oidc.refreshTokenGrant(this.#configuration, refreshToken);
        return this.#verify(response, refreshToken);
    }

    async #verify(
        response: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
        refreshToken: string | undefined,
    ): Promise<Tokens> {
        const { issuer, clientId } = this.#outputs;
        const { payload } = await jwtVerify(response.access_token, this.#keys, {
            issuer,
            requiredClaims: ["exp"],
        });
        // Cognito's access tokens name their client here and have no `aud`.
        if (payload.client_id !== clientId || payload.token_use !== "access") {
            throw new Error("The access token is not for this client.");
        }
        return {
            idToken: { ...response.claims() },
            accessToken: payload,
            refreshToken: response.refresh_token ?? refreshToken,
        };
    }
}

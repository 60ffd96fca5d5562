import { randomUUID } from "node:crypto";

import type { UserPool } from "../program/registeredPool";
import { sha256 } from "../secrets";
import type { Trigger } from "../trigger/trigger";
import { accessTokenClaims, type Claims, type Grant, idTokenClaims } from "./claims";
import { type Customization, customized, readCustomization } from "./customization";
import type { SigningKeys } from "./signingKeys";

/** When the trigger is invoked, in Cognito's words. */
export type TriggerSource = "TokenGeneration_HostedAuth" | "TokenGeneration_RefreshTokens";

/** A response of the token endpoint. OIDC Core, section 3.1.3.3. */
export interface TokenResponse {
    readonly id_token?: string;
    readonly access_token: string;
    /** Seconds. */
    readonly expires_in: number;
    readonly token_type: "Bearer";
}

/** Makes the tokens of a user pool. */
export class Tokens {
    constructor(
        private readonly pool: UserPool,
        private readonly issuer: string,
        private readonly keys: SigningKeys,
        private readonly trigger: Trigger | undefined,
    ) {}

    /**
     * Invokes the trigger, as Cognito does before it issues a code and at each refresh.
     *
     * @throws {TriggerError} When the trigger fails
     */
    async customization(grant: Grant, source: TriggerSource): Promise<Customization> {
        const returned = this.trigger
            ? await this.trigger.invoke(this.#event(grant, source))
            : { response: null };
        return readCustomization(returned, grant.user.groups);
    }

    /** Signs the tokens; an ID token is among them if the scope `openid` is. */
    async issue(grant: Grant, changes: Customization, nonce?: string): Promise<TokenResponse> {
        const { client } = this.pool;
        const { lifetimes } = client;
        const scopes = [...new Set([...grant.scopes, ...changes.scopesToAdd])].filter(
            (scope) => !changes.scopesToSuppress.includes(scope),
        );
        const common = this.#commonClaims(grant, changes.groups);
        const until = (seconds: number) => ({ exp: common.iat + seconds, jti: randomUUID() });

        const accessToken = await this.keys.accessToken.sign({
            ...customized(
                { ...common, ...accessTokenClaims(grant, client, scopes) },
                changes.accessToken,
            ),
            ...until(lifetimes.accessToken),
        });
        const response: TokenResponse = {
            access_token: accessToken,
            expires_in: lifetimes.accessToken,
            token_type: "Bearer",
        };
        if (!grant.scopes.includes("openid")) return response;
        const idToken = await this.keys.idToken.sign({
            ...customized({ ...common, ...idTokenClaims(grant, client) }, changes.idToken),
            ...until(lifetimes.idToken),
            ...(nonce === undefined ? {} : { nonce }),
            at_hash: sha256(accessToken).subarray(0, 16).toString("base64url"),
        });
        return { id_token: idToken, ...response };
    }

    /** The claims of an access token, or `undefined` if it is not valid. */
    async accessTokenClaims(token: string): Promise<Claims | undefined> {
        const claims = await this.keys.accessToken.verify(token, this.issuer);
        return claims?.token_use === "access" ? claims : undefined;
    }

    #commonClaims({ user, authTime, originJti }: Grant, groups: readonly string[]) {
        return {
            sub: user.sub,
            ...(groups.length === 0 ? {} : { "cognito:groups": groups }),
            iss: this.issuer,
            origin_jti: originJti,
            event_id: randomUUID(),
            auth_time: authTime,
            iat: Math.floor(Date.now() / 1000),
        };
    }

    /** The event that a real pool sends. */
    #event({ user, scopes }: Grant, triggerSource: TriggerSource) {
        return {
            version: "2",
            triggerSource,
            region: this.pool.region,
            userPoolId: this.pool.id,
            userName: user.username,
            callerContext: {
                awsSdkVersion: "aws-sdk-unknown-unknown",
                clientId: this.pool.client.id,
            },
            request: {
                userAttributes: {
                    sub: user.sub,
                    "cognito:user_status": "CONFIRMED",
                    ...user.attributes,
                },
                groupConfiguration: {
                    groupsToOverride: user.groups,
                    iamRolesToOverride: [],
                    preferredRole: null,
                },
                scopes,
            },
            response: { claimsAndScopeOverrideDetails: null },
        };
    }
}

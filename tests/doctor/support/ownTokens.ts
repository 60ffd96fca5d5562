import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

import type { Deployment } from "../../../doctor/deployment";
import { Proxy } from "./proxy";

/** Claim that has the roles. */
export const rolesClaim = "https://flexai.de/roles";

let madeKeys: ReturnType<typeof generateKeyPair> | undefined;

/** A provider whose key is known here, so that ID tokens can be made. */
export class OwnTokens {
    readonly #proxy = new Proxy();
    #privateKey = {} as CryptoKey;

    get deployment(): Deployment {
        return this.#proxy.deployment;
    }

    /** Puts a key that is made here into the place of the provider's. */
    async start(): Promise<void> {
        await this.#proxy.start();
        const { publicKey, privateKey } = await (madeKeys ??= generateKeyPair("RS256"));
        this.#privateKey = privateKey;
        const keys = [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }];
        this.#proxy.fault = ({ pathname }) =>
            pathname.endsWith("/jwks.json") ? Response.json({ keys }) : undefined;
    }

    stop(): Promise<void> {
        return this.#proxy.stop();
    }

    /** Claims that nothing is wrong with. */
    claims(): JWTPayload {
        return {
            iss: this.deployment.issuer,
            aud: this.deployment.clientId,
            exp: Math.floor(Date.now() / 1000) + 60,
            token_use: "id",
            "cognito:username": "anna",
            "cognito:groups": ["flexai-user"],
            preferred_username: "Anna",
            [rolesClaim]: ["flexai-user"],
        };
    }

    /** Signs these claims, changed as given. */
    sign(changes: JWTPayload, header?: { kid?: string }): Promise<string> {
        return new SignJWT({ ...this.claims(), ...changes })
            .setProtectedHeader({ kid: "one", alg: "RS256", ...header })
            .sign(this.#privateKey);
    }
}

/** Has such a provider for the tests of a suite. */
export function useOwnTokens(): OwnTokens {
    const own = new OwnTokens();
    before(async () => {
        await own.start();
    });
    after(() => own.stop());
    return own;
}

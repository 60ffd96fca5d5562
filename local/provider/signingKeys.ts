import {
    calculateJwkThumbprint,
    type CryptoKey,
    exportJWK,
    generateKeyPair,
    type JWK,
    type JWTPayload,
    jwtVerify,
    SignJWT,
} from "jose";

/** A key that signs one kind of token with RS256. */
export interface SigningKey {
    readonly publicJwk: JWK;
    /** Signs claims as a JWT, whose header has only `kid` and `alg`, as Cognito's. */
    readonly sign: (claims: JWTPayload) => Promise<string>;
    /** Returns the claims of a JWT, or `undefined` if this key did not sign it or it has expired. */
    readonly verify: (token: string, issuer: string) => Promise<JWTPayload | undefined>;
}

/** The keys of a user pool: as at Cognito, one for each kind of token. */
export interface SigningKeys {
    readonly idToken: SigningKey;
    readonly accessToken: SigningKey;
}

/** Makes new keys, on other threads. */
export async function createSigningKeys(): Promise<SigningKeys> {
    const [idToken, accessToken] = await Promise.all([createSigningKey(), createSigningKey()]);
    return { idToken, accessToken };
}

/** Makes a new key, on another thread. */
export async function createSigningKey(): Promise<SigningKey> {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return {
        publicJwk: { ...jwk, alg: "RS256", kid, use: "sig" },
        sign: (claims) =>
            new SignJWT(claims).setProtectedHeader({ kid, alg: "RS256" }).sign(privateKey),
        verify: (token, issuer) => claimsOf(token, publicKey, issuer),
    };
}

async function claimsOf(token: string, key: CryptoKey, issuer: string) {
    try {
        const { payload } = await jwtVerify(token, key, { issuer, algorithms: ["RS256"] });
        return payload;
    } catch {
        return undefined;
    }
}

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

/** A key that signs one kind of token with RS256. It is made, on another thread, when it is first used. */
export interface SigningKey {
    readonly publicJwk: () => Promise<JWK>;
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

/** Returns two new keys. */
export function createSigningKeys(): SigningKeys {
    return { idToken: createSigningKey(), accessToken: createSigningKey() };
}

/** Returns a new key. */
export function createSigningKey(): SigningKey {
    let made: ReturnType<typeof makeKey> | undefined;
    const key = () => (made ??= makeKey());
    return {
        publicJwk: async () => (await key()).jwk,
        sign: async (claims) => {
            const { jwk, privateKey } = await key();
            const header = { kid: jwk.kid, alg: "RS256" };
            return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
        },
        verify: async (token, issuer) => claimsOf(token, (await key()).publicKey, issuer),
    };
}

async function makeKey() {
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const jwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(jwk);
    return { jwk: { ...jwk, alg: "RS256", kid, use: "sig" }, publicKey, privateKey };
}

async function claimsOf(token: string, key: CryptoKey, issuer: string) {
    try {
        const { payload } = await jwtVerify(token, key, { issuer, algorithms: ["RS256"] });
        return payload;
    } catch {
        return undefined;
    }
}

import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

import type { Outputs } from "../../../doctor/outputs";
import { type Proxy, startProxy } from "./proxy";

/** Claim that the roles are in. */
export const rolesClaim = "https://flexai.de/roles";

/** A provider whose key is known here, so that ID tokens can be made. */
export interface OwnTokens {
    readonly outputs: Outputs;
    /** Claims that nothing is wrong with. */
    readonly claims: () => JWTPayload;
    /** Signs these claims, changed as given. */
    readonly sign: (changes: JWTPayload, header?: { kid?: string }) => Promise<string>;
    readonly stop: Proxy["stop"];
}

/** Puts a key that is made here into the place of the provider's. */
export async function ownTokens(): Promise<OwnTokens> {
    const proxy = await startProxy();
    const { publicKey, privateKey } = await generateKeyPair("RS256");
    const keys = [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256" }];
    proxy.fault = ({ pathname }) =>
        pathname.endsWith("/jwks.json") ? Response.json({ keys }) : undefined;
    const claims = (): JWTPayload => ({
        iss: proxy.outputs.issuer,
        aud: proxy.outputs.clientId,
        exp: Math.floor(Date.now() / 1000) + 60,
        token_use: "id",
        preferred_username: "anna",
        [rolesClaim]: ["flexai-user"],
    });
    return {
        outputs: proxy.outputs,
        claims,
        sign: (changes, header) =>
            new SignJWT({ ...claims(), ...changes })
                .setProtectedHeader({ kid: "one", alg: "RS256", ...header })
                .sign(privateKey),
        stop: proxy.stop,
    };
}

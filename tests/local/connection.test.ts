import { expect } from "chai";

import { listen, type LoopbackServer } from "../../local/loopback";
import { createSigningKeys, type SigningKey } from "../../local/provider/signingKeys";
import { OidcClient } from "../../local/relyingParty/oidcClient";

type Claims = Record<string, unknown>;
type Key = "idToken" | "accessToken" | "foreign";

/** What a provider changes in the two tokens that it hands out, and what it signs them with. */
interface Fault {
    readonly id?: Claims;
    readonly access?: Claims;
    readonly idKey?: Key;
    readonly accessKey?: Key;
}

describe("The page of npm start, with the tokens that it gets", () => {
    let server: LoopbackServer;
    let issuer: string;
    let connection: OidcClient;
    let keys: Readonly<Record<Key, SigningKey>>;
    let tokens = { id_token: "", access_token: "" };

    before(async () => {
        server = await listen(0);
        issuer = `http://127.0.0.1:${String(server.port)}`;
        keys = { ...createSigningKeys(), foreign: createSigningKeys().idToken };
        const responses: Readonly<Record<string, () => object | Promise<object>>> = {
            "/.well-known/openid-configuration": () => ({
                issuer,
                authorization_endpoint: `${issuer}/authorize`,
                token_endpoint: `${issuer}/token`,
                jwks_uri: `${issuer}/jwks`,
            }),
            "/jwks": async () => ({
                keys: await Promise.all([keys.idToken.publicJwk(), keys.accessToken.publicJwk()]),
            }),
            "/token": () => ({ ...tokens, token_type: "Bearer", expires_in: 3600 }),
        };
        server.serve(async ({ url }) =>
            Response.json((await responses[new URL(url).pathname]?.()) ?? {}),
        );
        const flexaiConfig = `OIDC_AUTHORIZATION_ENDPOINT_URL=${issuer}/authorize`;
        const outputs = { issuer, clientId: "client", clientSecret: "secret", flexaiConfig };
        connection = await OidcClient.discover(outputs, "http://localhost/oauth2/callback");
    });
    after(() => server.close());

    const signIn = async (fault: Fault) => {
        const { pending } = await connection.begin();
        const now = Math.floor(Date.now() / 1000);
        const common = { iss: issuer, sub: "anna", iat: now, exp: now + 3600 };
        const id = { ...common, aud: "client", token_use: "id", nonce: pending.nonce };
        const access = { ...common, client_id: "client", token_use: "access" };
        tokens = {
            id_token: await keys[fault.idKey ?? "idToken"].sign({ ...id, ...fault.id }),
            access_token: await keys[fault.accessKey ?? "accessToken"].sign({
                ...access,
                ...fault.access,
            }),
        };
        return connection.finish(`?code=code&state=${pending.state}`, pending);
    };

    it("accepts those of its provider for its client", async () => {
        const { idToken, accessToken } = await signIn({});
        expect([idToken.sub, accessToken.sub]).to.deep.equal(["anna", "anna"]);
    });

    const faults: Record<string, Fault> = {
        "an ID token that another signed": { idKey: "foreign" },
        "an ID token of another issuer": { id: { iss: "http://127.0.0.1:1" } },
        "an ID token for another client": { id: { aud: "another" } },
        "an ID token of another sign-in": { id: { nonce: "another" } },
        "an ID token whose time is over": { id: { exp: 1 } },
        "an access token that another signed": { accessKey: "foreign" },
        "an access token of another issuer": { access: { iss: "http://127.0.0.1:1" } },
        "an access token of another client": { access: { client_id: "another" } },
        "an access token that is an ID token": { access: { token_use: "id" } },
        "an access token whose time is over": { access: { exp: 1 } },
        "an access token without an end": { access: { exp: undefined } },
    };
    for (const [what, fault] of Object.entries(faults)) {
        it(`refuses ${what}`, async () => {
            const outcome = await signIn(fault).catch((error: unknown) => error);
            expect(outcome).to.be.instanceOf(Error).that.is.not.instanceOf(TypeError);
        });
    }
});

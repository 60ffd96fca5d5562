import { expect } from "chai";
import { generateKeyPair, type JWTPayload, SignJWT } from "jose";

import { listen, type LoopbackServer } from "../../local/loopback";
import { CompanyClient, CompanyRefusal } from "../../local/provider/companyClient";
import { createSigningKey, type SigningKey } from "../../local/provider/signingKeys";

const checks = { state: "the state", nonce: "the nonce" };
const company = {
    name: "Contoso",
    clientId: "flexai",
    clientSecret: "secret",
    scope: "openid",
    claims: {},
};

describe("Cognito's side of a company's login, in npm start", () => {
    let server: LoopbackServer;
    let issuer: string;
    let key: SigningKey;
    let idToken: string;
    let client: CompanyClient;
    const forms: URLSearchParams[] = [];

    before(async () => {
        server = await listen(0);
        issuer = `http://127.0.0.1:${String(server.port)}`;
        key = createSigningKey();
        server.serve(async (request) => {
            const { pathname } = new URL(request.url);
            if (pathname === "/jwks") return Response.json({ keys: [await key.publicJwk()] });
            if (pathname === "/token") {
                forms.push(new URLSearchParams(await request.text()));
                const token = { access_token: "opaque", token_type: "Bearer" };
                return Response.json({ ...token, id_token: idToken });
            }
            return Response.json({
                issuer,
                authorization_endpoint: `${issuer}/authorize`,
                token_endpoint: `${issuer}/token`,
                jwks_uri: `${issuer}/jwks`,
            });
        });
        client = await CompanyClient.discover(company, issuer, "http://127.0.0.1:1/idpresponse");
    });
    after(() => server.close());

    const now = () => Math.floor(Date.now() / 1000);
    const redeemed = async (
        change: object,
        signer: Pick<SigningKey, "sign"> = key,
        query = "?code=c&state=the+state",
    ) => {
        const { clientId: aud } = company;
        const { nonce } = checks;
        const right = { iss: issuer, aud, sub: "A1", nonce, iat: now(), exp: now() + 60 };
        idToken = await signer.sign({ ...right, ...change });
        return client.redeem(query, checks);
    };

    it("asks for a code with state and nonce and without PKCE, and sends the secret in the body", async () => {
        expect(Object.fromEntries(new URL(client.address(checks)).searchParams)).to.deep.equal({
            client_id: "flexai",
            redirect_uri: "http://127.0.0.1:1/idpresponse",
            response_type: "code",
            scope: "openid",
            ...checks,
        });
        expect(await redeemed({ groups: ["a"] })).to.deep.include({ sub: "A1", groups: ["a"] });
        expect(Object.fromEntries(forms.at(-1) ?? [])).to.deep.equal({
            grant_type: "authorization_code",
            code: "c",
            redirect_uri: "http://127.0.0.1:1/idpresponse",
            client_id: "flexai",
            client_secret: "secret",
        });
    });

    const refused = async (attempt: Promise<unknown>) => {
        const error: unknown = await attempt.catch((reason: unknown) => reason);
        expect(error).to.be.instanceOf(CompanyRefusal);
        return error as CompanyRefusal;
    };

    const wrongs: Record<string, object> = {
        "of another issuer": { iss: "https://other.example" },
        "for another client": { aud: "other" },
        "with another nonce": { nonce: "other" },
        "that has expired": { exp: now() - 3600 },
    };
    for (const [what, change] of Object.entries(wrongs)) {
        it(`refuses an ID token ${what}`, async () => {
            const { code, message } = await refused(redeemed(change));
            expect(code).to.equal("server_error");
            expect(message).to.match(/^Exception processing authorization code: /);
        });
    }

    it("refuses an ID token with another key's signature", async () => {
        const { privateKey } = await generateKeyPair("RS256");
        const { kid = "" } = await key.publicJwk();
        const sign = (claims: JWTPayload) =>
            new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid }).sign(privateKey);
        await refused(redeemed({}, { sign }));
    });

    it("refuses another state", async () => {
        await refused(redeemed({}, key, "?code=c&state=other"));
    });
});

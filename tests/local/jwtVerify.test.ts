import { JwtVerifier } from "aws-jwt-verify";
import { validateCognitoJwtFields } from "aws-jwt-verify/cognito-verifier";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { expect } from "chai";

import { useReport } from "./support/hooks";
import { discovered, tokensOf } from "./support/relyingParty";

type TokenUse = "id" | "access";

describe("npm start's tokens, seen by aws-jwt-verify", () => {
    const report = useReport();
    let tokens: Readonly<Record<TokenUse, string>>;
    let jwks: { keys: Record<string, unknown>[] };

    const verify = (
        token: string,
        tokenUse: TokenUse,
        { clientId = report.clientId, issuer = report.issuer, keys = jwks.keys } = {},
    ) => {
        const verifier = JwtVerifier.create(
            {
                issuer,
                // An access token names its client elsewhere, as the check below knows.
                audience: null,
                customJwtCheck: ({ payload }) => {
                    validateCognitoJwtFields(payload, { tokenUse, clientId });
                },
            },
            { jwksCache: new SimpleJwksCache() },
        );
        verifier.cacheJwks({ keys } as unknown as Parameters<typeof verifier.cacheJwks>[0]);
        return verifier.verify(token);
    };

    before(async () => {
        const [person] = report.users;
        if (!person) throw new Error("There are no users.");
        const response = await tokensOf(await discovered(report), report, person);
        tokens = { id: response.id_token ?? "", access: response.access_token };
        jwks = (await (await fetch(report.jwksUri)).json()) as typeof jwks;
    });

    for (const use of ["id", "access"] as const) {
        const other = use === "id" ? "access" : "id";

        it(`accepts the ${use} token`, async () => {
            const payload = await verify(tokens[use], use);
            expect(payload.token_use).to.equal(use);
        });

        const refusals: Record<string, [string, () => Promise<unknown>]> = {
            [`as one for ${other}`]: [
                "CognitoJwtInvalidTokenUseError",
                () => verify(tokens[use], other),
            ],
            "for another client": [
                "CognitoJwtInvalidClientIdError",
                () => verify(tokens[use], use, { clientId: "another" }),
            ],
            "of another issuer": [
                "JwtInvalidIssuerError",
                () => verify(tokens[use], use, { issuer: `${report.issuer}x` }),
            ],
            "with a changed claim": [
                "JwtInvalidSignatureError",
                () => verify(changed(tokens[use], { sub: "another" }), use),
            ],
            "under the key of the other": [
                "JwtInvalidSignatureError",
                () => verify(tokens[use], use, { keys: swapped(jwks.keys) }),
            ],
        };
        for (const [what, [name, attempt]] of Object.entries(refusals)) {
            it(`refuses the ${use} token ${what}`, async () => {
                const error: unknown = await attempt().catch((reason: unknown) => reason);
                expect((error as Error).constructor.name).to.equal(name);
            });
        }
    }

    it("has a header with the key's id and the algorithm, and no more", () => {
        for (const token of Object.values(tokens)) {
            const header = decoded(token.split(".")[0]);
            expect(header).to.have.all.keys("kid", "alg");
            expect(header.alg).to.equal("RS256");
        }
    });

    it("signs ID and access tokens with different keys, which its JWKS names", () => {
        const kids = Object.values(tokens).map((token) => decoded(token.split(".")[0]).kid);
        expect(kids).to.deep.equal(jwks.keys.map(({ kid }) => kid));
        expect(new Set(kids).size).to.equal(2);
    });

    it("refuses an ID token at userInfo", async () => {
        const headers = { authorization: `Bearer ${tokens.id}` };
        expect((await fetch(report.userinfoEndpoint, { headers })).status).to.equal(401);
    });
});

/** Two keys, each under the other's id. */
function swapped(keys: readonly Record<string, unknown>[]): Record<string, unknown>[] {
    return keys.map((key, index) => ({ ...key, kid: keys[1 - index]?.kid }));
}

function decoded(part = ""): Record<string, unknown> {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
}

function changed(token: string, change: object): string {
    const [header = "", payload = "", signature = ""] = token.split(".");
    const claims = JSON.stringify({ ...decoded(payload), ...change });
    return `${header}.${Buffer.from(claims).toString("base64url")}.${signature}`;
}

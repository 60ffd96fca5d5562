import { generateKeyPairSync, sign } from "node:crypto";

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
        { clientId = report.clientId, issuer = report.issuer } = {},
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
        verifier.cacheJwks(jwks as unknown as Parameters<typeof verifier.cacheJwks>[0]);
        return verifier.verify(token);
    };
    const refused = async (attempt: Promise<unknown>, name: string) => {
        const error = await attempt.then(
            () => undefined,
            (reason: unknown) => reason,
        );
        expect((error as Error | undefined)?.constructor.name).to.equal(name);
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

        it(`refuses the ${use} token as one for ${other}`, async () => {
            await refused(verify(tokens[use], other), "CognitoJwtInvalidTokenUseError");
        });

        it(`refuses the ${use} token for another client`, async () => {
            const error = "CognitoJwtInvalidClientIdError";
            await refused(verify(tokens[use], use, { clientId: "another" }), error);
        });

        it(`refuses the ${use} token of another issuer`, async () => {
            const issuer = `${report.issuer}x`;
            await refused(verify(tokens[use], use, { issuer }), "JwtInvalidIssuerError");
        });

        it(`refuses the ${use} token with a changed claim`, async () => {
            const claims = changed(tokens[use], { sub: "another" });
            await refused(verify(claims, use), "JwtInvalidSignatureError");
        });

        it(`refuses the ${use} token under another key of the same name`, async () => {
            const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
            const [header = "", payload = ""] = tokens[use].split(".");
            const signature = sign("sha256", Buffer.from(`${header}.${payload}`), privateKey);
            const forged = `${header}.${payload}.${signature.toString("base64url")}`;
            await refused(verify(forged, use), "JwtInvalidSignatureError");
        });

        it(`refuses the ${use} token under the key of the other`, async () => {
            const swapped = {
                keys: jwks.keys.map((key, index) => ({ ...key, kid: jwks.keys[1 - index]?.kid })),
            };
            const kept = jwks;
            jwks = swapped;
            try {
                await refused(verify(tokens[use], use), "JwtInvalidSignatureError");
            } finally {
                jwks = kept;
            }
        });
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
        expect(Object.keys(jwks.keys[0] ?? {})).to.have.members([
            "alg",
            "e",
            "kid",
            "kty",
            "n",
            "use",
        ]);
    });

    it("refuses an ID token at userInfo", async () => {
        const headers = { authorization: `Bearer ${tokens.id}` };
        expect((await fetch(report.userinfoEndpoint, { headers })).status).to.equal(401);
    });
});

function decoded(part = ""): Record<string, unknown> {
    return JSON.parse(Buffer.from(part, "base64url").toString()) as Record<string, unknown>;
}

function changed(token: string, change: object): string {
    const [header = "", payload = "", signature = ""] = token.split(".");
    const claims = JSON.stringify({ ...decoded(payload), ...change });
    return `${header}.${Buffer.from(claims).toString("base64url")}.${signature}`;
}

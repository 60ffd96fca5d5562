import { createHash } from "node:crypto";

import { expect } from "chai";
import { decodeJwt } from "jose";

import { Browser } from "./support/browser";
import { useRegisteredPool } from "./support/hooks";
import { type InProcess, registeredPool, startInProcess } from "./support/inProcess";
import { discovered, signedIn, tokensOf } from "./support/relyingParty";

describe("The tokens of npm start's provider", () => {
    let provider: InProcess;
    useRegisteredPool();
    before(async () => {
        provider = await startInProcess();
    });
    after(() => provider.close());

    const person = () => {
        const user = provider.users.find(({ groups }) => groups.join() === "flexai-user");
        if (!user) throw new Error("There is no such user.");
        return user;
    };
    const tokens = async () =>
        tokensOf(await discovered(provider.registration), provider.registration, person());

    it("hold Cognito's claims and the roles, and no other", async () => {
        const { id_token: id = "", access_token: access } = await tokens();
        const both = ["sub", "cognito:groups", "iss", "origin_jti", "event_id", "token_use"];
        const all = [...both, "auth_time", "exp", "iat", "jti", "https://flexai.de/roles"];
        expect(decodeJwt(id)).to.have.all.keys(
            ...all,
            ...["at_hash", "nonce", "aud", "cognito:username"],
            ...["email", "email_verified", "preferred_username"],
        );
        expect(decodeJwt(access)).to.have.all.keys(
            ...all,
            ...["version", "client_id", "scope", "username"],
        );
    });

    it("say when: the sign-in now, the end after the client's lifetimes", async () => {
        const seconds = () => Math.floor(Date.now() / 1000);
        const begin = seconds();
        const { id_token: id = "", access_token: access } = await tokens();
        const end = seconds();
        const { client } = await registeredPool();
        for (const [token, lifetime] of [
            [id, client.lifetimes.idToken],
            [access, client.lifetimes.accessToken],
        ] as const) {
            const { auth_time: authTime, iat = 0, exp = 0 } = decodeJwt(token);
            expect(authTime).to.be.within(begin, end);
            expect(iat).to.be.within(begin, end);
            expect(exp - iat).to.equal(lifetime);
        }
    });

    it("belong together by at_hash, the left half of a hash", async () => {
        const { id_token: id = "", access_token: access } = await tokens();
        const hash = createHash("sha256").update(access).digest().subarray(0, 16);
        expect(decodeJwt(id).at_hash).to.equal(hash.toString("base64url"));
    });

    it("reveal no secret: code, session and refresh token stand in none of them", async () => {
        const browser = new Browser();
        const configuration = await discovered(provider.registration);
        const { url } = await signedIn(configuration, provider.registration, person(), { browser });
        const { id_token: id = "", access_token: access, refresh_token: refresh } = await tokens();
        expect(refresh).to.match(/^[\w-]{43}$/);
        expect(url.searchParams.get("code")).to.match(
            /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
        );
        const values = [id, access].flatMap((token) => Object.values(decodeJwt(token)));
        expect(values).not.to.include(refresh);
    });
});

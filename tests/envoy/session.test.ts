import { expect } from "chai";
import { decodeJwt } from "jose";
import { setTimeout as sleep } from "node:timers/promises";

import { programWith } from "../local/support/programWith";
import { type Seen } from "./application";
import { type ProtectedSite, startSite } from "./site";
import type { PageResponse } from "./visitor";

const seen = ({ body }: PageResponse) => JSON.parse(body) as Seen;

/** Seconds. */
const accessToken = 2;
const refreshToken = 6;

/** The program with tokens that expire while a test can wait. */
const shortLived = programWith("aws:cognito/userPoolClient:UserPoolClient", {
    idTokenValidity: accessToken,
    accessTokenValidity: accessToken,
    refreshTokenValidity: refreshToken,
    tokenValidityUnits: { idToken: "seconds", accessToken: "seconds", refreshToken: "seconds" },
});

describe("a session with flexAI's relying party", () => {
    let site: ProtectedSite;

    before(async () => {
        site = await startSite();
    });
    after(() => site.close());

    it("ends by signOutUrl, so that the next visit asks again", async () => {
        const { person } = await site.signedIn("flexai-manager");
        const page = await person.visit(site.tryOut.outputs.signOutUrl);
        expect(page.url.pathname).to.equal("/login");
        expect([...person.cookies.keys()].filter((name) => /Token|HMAC/.test(name))).to.deep.equal(
            [],
        );
        const { username, password } = site.user("flexai-user");
        const response = await person.signIn(page, username, password);
        expect(seen(response).roles).to.deep.equal(["flexai-user"]);
    });

    it("comes back silently after /oauth2/signout alone", async () => {
        const { person } = await site.signedIn("flexai-manager");
        const response = await person.visit(`${site.home}oauth2/signout`);
        expect(response.status).to.equal(200);
        expect(seen(response).roles).to.deep.equal(["flexai-manager"]);
    });

    for (const name of ["BearerToken", "OauthHMAC", "OauthExpires"]) {
        it(`is over when the cookie ${name} has been tampered with`, async () => {
            const { person } = await site.signedIn("flexai-manager");
            const cookie = person.cookies.get(name);
            if (!cookie) throw new Error(`There is no cookie ${name}.`);
            const middle = Math.floor(cookie.value.length / 2);
            const other = cookie.value[middle] === "1" ? "2" : "1";
            const value = cookie.value.slice(0, middle) + other + cookie.value.slice(middle + 1);
            person.cookies.set(name, { ...cookie, value });
            person.cookies.delete("RefreshToken");
            const response = await person.request(site.home);
            expect(response.status).to.equal(302);
            expect(response.headers.location).to.include(site.tryOut.outputs.authorizationEndpoint);
        });
    }

    it("is over with a new HMAC secret, and Cognito lets the person in again without a password", async () => {
        const { person } = await site.signedIn("flexai-manager");
        expect(person.cookies).to.include.keys("OauthHMAC", "RefreshToken");
        await site.restart((file) => file.replace(/^(OIDC_HMAC_SECRET=).*$/m, "$1another"));
        const response = await person.request(site.home);
        expect(response.status).to.equal(302);
        expect(response.headers.location).to.include(site.tryOut.outputs.authorizationEndpoint);
        expect(seen(await person.visit(site.home)).roles).to.deep.equal(["flexai-manager"]);
    });

    it("does not become another's by the other's access token", async () => {
        const { person } = await site.signedIn("no-role");
        const { person: manager } = await site.signedIn("flexai-manager");
        const stolen = manager.cookies.get("BearerToken");
        if (stolen) person.cookies.set("BearerToken", stolen);
        const response = await person.visit(site.home);
        expect(response.status).to.equal(403);
        expect(seen(response).roles).to.deep.equal([]);
    });
});

describe("a session with flexAI's relying party, as tokens end", () => {
    let site: ProtectedSite;

    before(async () => {
        site = await startSite({ program: shortLived });
    });
    after(() => site.close());

    it("goes on with a new access token, without a question", async () => {
        const { person, response } = await site.signedIn("flexai-editor");
        const before = decodeJwt(seen(response).accessToken);
        await sleep((accessToken + 0.5) * 1000);
        const next = await person.request(site.home);
        expect(next.status).to.equal(200);
        const after = decodeJwt(seen(next).accessToken);
        expect(after.jti).not.to.equal(before.jti);
        expect(after.exp).to.be.above(before.exp ?? Infinity);
        expect(seen(next).roles).to.deep.equal(["flexai-editor"]);
    });

    it("loses a role at the next refresh after its group", async () => {
        const { person, response } = await site.signedIn("flexai-user");
        expect(response.status).to.equal(200);
        Object.assign(site.user("flexai-user"), { groups: [] });
        expect((await person.request(site.home)).status).to.equal(200);
        await sleep((accessToken + 0.5) * 1000);
        const next = await person.request(site.home);
        expect(next.status).to.equal(403);
        expect(seen(next).roles).to.deep.equal([]);
    });

    it("ends with the refresh token", async () => {
        const { person } = await site.signedIn("flexai-manager");
        await sleep((refreshToken + 0.5) * 1000);
        const response = await person.request(site.home);
        expect(response.status).to.equal(302);
        expect(response.headers.location).to.include(site.tryOut.outputs.authorizationEndpoint);
    });
});

import { expect } from "chai";
import { decodeJwt } from "jose";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { useOpenidClient } from "./support/hooks";
import { leadsTo, personWith, refused, signedIn, tokensOf } from "./support/relyingParty";

describe("npm start, seen by openid-client", () => {
    const client = useOpenidClient();
    const { report } = client;
    const person = (role: string) => personWith(report, role);
    const tokens = (role: string, scope?: string) =>
        tokensOf(client.configuration, report, person(role), scope);

    for (const role of ["flexai-manager", ""]) {
        it(`signs in ${role || "somebody without a role"} and puts the roles into both tokens`, async () => {
            const response = await tokens(role);
            const roles = role === "" ? [] : [role];
            const id = response.claims();
            expect(id?.[report.rolesClaim]).to.deep.equal(roles);
            expect(id?.preferred_username).to.equal(person(role).name);
            expect(id?.email_verified).to.equal(true);
            expect(id?.["cognito:groups"]).to.deep.equal(role === "" ? undefined : roles);
            const access = decodeJwt(response.access_token);
            expect(access[report.rolesClaim]).to.deep.equal(roles);
            expect(access).to.include({
                client_id: report.clientId,
                scope: "openid email profile",
                token_use: "access",
                version: 2,
            });
            expect(response.expires_in).to.equal(3600);
        });
    }

    it("accepts the email in place of the username", async () => {
        const { username, password } = person("flexai-user");
        const { url } = await signedIn(client.configuration, report, {
            username: `${username.toUpperCase()}@made-up.invalid`,
            password,
        });
        expect(url.searchParams.get("code")).to.be.a("string");
    });

    it("returns the user's attributes as strings, and no roles", async () => {
        const response = await tokens("flexai-manager");
        const sub = response.claims()?.sub ?? "";
        const { username, name } = person("flexai-manager");
        const { access_token: token } = response;
        const userInfo = await oidc.fetchUserInfo(client.configuration, token, sub);
        expect(userInfo).to.deep.equal({
            sub,
            email: `${username}@made-up.invalid`,
            email_verified: "true",
            preferred_username: name,
            username,
        });
    });

    const all = ["email", "email_verified", "preferred_username"];
    const scopes: [string, string[]][] = [
        ["openid", all],
        ["openid email", ["email", "email_verified"]],
        ["openid profile", ["preferred_username"]],
    ];
    for (const [scope, attributes] of scopes) {
        it(`returns with the scopes '${scope}' ${attributes.join(", ")}`, async () => {
            const claims = (await tokens("flexai-user", scope)).claims() ?? {};
            expect(all.filter((name) => name in claims)).to.deep.equal(attributes);
        });
    }

    it("responds to a refresh with new tokens and no new refresh token", async () => {
        const first = await tokens("flexai-editor");
        const { refresh_token: refreshToken = "" } = first;
        const refreshed = await oidc.refreshTokenGrant(client.configuration, refreshToken);
        expect(refreshed.refresh_token).to.equal(undefined);
        expect(refreshed.access_token).not.to.equal(first.access_token);
        const [before, after] = [first.claims(), refreshed.claims()];
        expect(after).not.to.have.property("nonce");
        expect(after?.[report.rolesClaim]).to.deep.equal(["flexai-editor"]);
        for (const name of ["sub", "origin_jti", "auth_time"]) {
            expect(before?.[name], name).not.to.equal(undefined);
            expect(after?.[name], name).to.equal(before?.[name]);
        }
    });

    it("ends a refresh token and its access token when it is revoked", async () => {
        const { refresh_token: refreshToken = "", access_token: accessToken } =
            await tokens("flexai-user");
        await oidc.tokenRevocation(client.configuration, refreshToken);
        const error = await refused(oidc.refreshTokenGrant(client.configuration, refreshToken));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
        const headers = { authorization: `Bearer ${accessToken}` };
        expect((await fetch(report.userinfoEndpoint, { headers })).status).to.equal(401);
    });

    it("signs in the second time without asking, until a sign-out ends the session itself", async () => {
        const browser = new Browser();
        await signedIn(client.configuration, report, person("flexai-user"), { browser });
        const kept = browser.copy();
        expect(await leadsTo(browser, client.configuration, report)).to.equal("/oauth2/callback");
        const signOut = await browser.request(report.signOutUrl);
        expect(signOut.status).to.equal(302);
        expect(signOut.headers.get("location")).to.equal(report.redirectUris[2]);
        for (const each of [browser, kept]) {
            expect(await leadsTo(each, client.configuration, report)).to.equal("/login");
        }
    });
});

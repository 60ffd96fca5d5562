import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import type { Report } from "./support/npmStart";
import { discovered, signedIn, tokensOf } from "./support/relyingParty";
import { running } from "./support/running";

describe("npm start, seen by openid-client", () => {
    let report: Report;
    let configuration: oidc.Configuration;
    const person = (role: string) => {
        const found = report.users.find(({ roles }) => roles.join() === role);
        if (!found) throw new Error(`There is no user with the role '${role}'.`);
        return found;
    };
    const refused = async (attempt: Promise<unknown>) => {
        const error = await attempt.then(
            () => undefined,
            (reason: unknown) => reason,
        );
        expect(error, "an OAuth error").to.be.instanceOf(oidc.ResponseBodyError);
        return error as oidc.ResponseBodyError;
    };

    before(async function () {
        this.timeout(60_000);
        report = await running();
        configuration = await discovered(report);
    });

    it("prints the addresses that discovery lists", () => {
        const metadata = configuration.serverMetadata();
        expect(metadata.issuer).to.equal(report.issuer);
        expect(metadata.jwks_uri).to.equal(report.jwksUri);
        expect(metadata.authorization_endpoint).to.equal(report.authorizationEndpoint);
        expect(metadata.token_endpoint).to.equal(report.tokenEndpoint);
        expect(metadata.userinfo_endpoint).to.equal(report.userinfoEndpoint);
        expect(metadata.end_session_endpoint).to.equal(report.endSessionEndpoint);
    });

    for (const role of ["flexai-manager", "flexai-editor", "flexai-user", ""]) {
        it(`signs in ${role || "somebody without a role"} and puts the roles into both tokens`, async () => {
            const tokens = await tokensOf(configuration, report, person(role));
            const roles = role === "" ? [] : [role];
            const id = tokens.claims();
            expect(id?.[report.rolesClaim]).to.deep.equal(roles);
            expect(id?.preferred_username).to.equal(person(role).username);
            expect(id?.email_verified).to.equal(true);
            expect(id?.["cognito:groups"]).to.deep.equal(role === "" ? undefined : roles);
            const access = payload(tokens.access_token);
            expect(access[report.rolesClaim]).to.deep.equal(roles);
            expect(access).not.to.have.any.keys("aud", "email", "nonce");
            expect(access).to.include({
                client_id: report.clientId,
                scope: "openid email profile",
                token_use: "access",
                version: 2,
            });
            expect(tokens.expires_in).to.equal(3600);
        });
    }

    it("takes the client's secret in the form as well", async () => {
        const posting = await discovered(report, oidc.ClientSecretPost(report.clientSecret));
        const tokens = await tokensOf(posting, report, person("flexai-user"));
        expect(tokens.id_token).to.be.a("string");
    });

    it("takes the email in place of the username", async () => {
        const { username, password } = person("flexai-user");
        const { url } = await signedIn(configuration, report, {
            username: `${username.toUpperCase()}@demonstration.invalid`,
            password,
        });
        expect(url.searchParams.get("code")).to.be.a("string");
    });

    it("signs in the second time without asking", async () => {
        const browser = new Browser();
        await signedIn(configuration, report, person("flexai-user"), { browser });
        const again = oidc.buildAuthorizationUrl(configuration, {
            redirect_uri: report.redirectUris[0] ?? "",
        });
        const { response } = await browser.open(again);
        expect(response.headers.get("location")).to.match(/\?code=/);
    });

    it("answers a refresh with new tokens and no new refresh token", async () => {
        const tokens = await tokensOf(configuration, report, person("flexai-editor"));
        const refreshed = await oidc.refreshTokenGrant(configuration, tokens.refresh_token ?? "");
        expect(refreshed.refresh_token).to.equal(undefined);
        expect(refreshed.access_token).not.to.equal(tokens.access_token);
        expect(refreshed.claims()?.sub).to.equal(tokens.claims()?.sub);
        expect(refreshed.claims()).not.to.have.property("nonce");
        expect(refreshed.claims()?.[report.rolesClaim]).to.deep.equal(["flexai-editor"]);
        const shared = ["origin_jti", "auth_time"].map((name) => refreshed.claims()?.[name]);
        expect(shared).to.deep.equal(
            ["origin_jti", "auth_time"].map((name) => tokens.claims()?.[name]),
        );
    });

    it("tells the user's attributes as texts, and no roles", async () => {
        const tokens = await tokensOf(configuration, report, person("flexai-manager"));
        const sub = tokens.claims()?.sub ?? "";
        const userInfo = await oidc.fetchUserInfo(configuration, tokens.access_token, sub);
        const { username } = person("flexai-manager");
        expect(userInfo).to.deep.equal({
            sub,
            email: `${username}@demonstration.invalid`,
            email_verified: "true",
            preferred_username: username,
            username,
        });
    });

    const scopes: [string, string[]][] = [
        ["openid", ["email", "email_verified", "preferred_username"]],
        ["openid email", ["email", "email_verified"]],
        ["openid profile", ["preferred_username"]],
    ];
    for (const [scope, attributes] of scopes) {
        it(`gives with the scopes '${scope}' ${attributes.join(", ")}`, async () => {
            const tokens = await tokensOf(configuration, report, person("flexai-user"), scope);
            const all = ["email", "email_verified", "preferred_username"];
            const given = all.filter((name) => name in (tokens.claims() ?? {}));
            expect(given).to.deep.equal(attributes);
        });
    }

    it("ends a refresh token and its access token when it is revoked", async () => {
        const tokens = await tokensOf(configuration, report, person("flexai-user"));
        const refreshToken = tokens.refresh_token ?? "";
        await oidc.tokenRevocation(configuration, refreshToken);
        const error = await refused(oidc.refreshTokenGrant(configuration, refreshToken));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
        const answer = await fetch(report.userinfoEndpoint, {
            headers: { authorization: `Bearer ${tokens.access_token}` },
        });
        expect(answer.status).to.equal(401);
    });

    it("takes a revocation of an unknown token for done", async () => {
        await oidc.tokenRevocation(configuration, "unknown");
    });

    it("refuses to revoke an access token", async () => {
        const tokens = await tokensOf(configuration, report, person("flexai-user"));
        const error = await refused(oidc.tokenRevocation(configuration, tokens.access_token));
        expect([error.status, error.error]).to.deep.equal([400, "unsupported_token_type"]);
    });

    it("refuses a revocation by a client that does not know its secret", async () => {
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.tokenRevocation(stranger, "unknown"));
        expect([error.status, error.error]).to.deep.equal([401, "invalid_client"]);
    });

    it("asks again after a sign-out", async () => {
        const browser = new Browser();
        await signedIn(configuration, report, person("flexai-user"), { browser });
        const signOut = await browser.request(report.signOutUrl);
        expect(signOut.status).to.equal(302);
        expect(signOut.headers.get("location")).to.equal(report.redirectUris[2]);
        const { address } = await browser.open(
            oidc.buildAuthorizationUrl(configuration, {
                redirect_uri: report.redirectUris[0] ?? "",
            }),
        );
        expect(address.pathname).to.equal("/login");
    });

    it("ends the session itself at a sign-out, not only the cookie", async () => {
        const browser = new Browser();
        const page = await browser.open(
            oidc.buildAuthorizationUrl(configuration, {
                redirect_uri: report.redirectUris[0] ?? "",
            }),
        );
        const { username, password } = person("flexai-user");
        const fields = { username, password };
        const answer = await browser.submit(page.address, page.text, fields);
        const cookie = answer.headers
            .getSetCookie()
            .map((text) => text.split(";")[0] ?? "")
            .filter((text) => text.startsWith("cognito="))
            .join();
        const session = () =>
            fetch(page.address.href.replace("/login", "/oauth2/authorize"), {
                headers: { cookie },
                redirect: "manual",
            });
        expect((await session()).headers.get("location")).to.contain("code=");
        await browser.request(report.signOutUrl);
        expect((await session()).headers.get("location")).to.match(/^\/login/);
    });

    const wrongExchanges: Record<string, (callback: URL) => oidc.AuthorizationCodeGrantChecks> = {
        "another code verifier": () => ({ pkceCodeVerifier: oidc.randomPKCECodeVerifier() }),
        "no code verifier": () => ({ pkceCodeVerifier: undefined as unknown as string }),
        "another redirect URI": (callback) => {
            callback.pathname = "/";
            return {};
        },
        "another code": (callback) => {
            callback.searchParams.set("code", crypto.randomUUID());
            return {};
        },
    };
    for (const [what, change] of Object.entries(wrongExchanges)) {
        it(`refuses a code with ${what}, and the code from then on`, async () => {
            const { url, checks } = await signedIn(configuration, report, person("flexai-user"));
            const used = new URL(url);
            const wrong = { ...checks, ...change(used) };
            const attempt = oidc.authorizationCodeGrant(configuration, used, wrong);
            const error = await refused(attempt);
            expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
            expect(error.cause).to.deep.equal({ error: "invalid_grant" });
            if (what === "another code") return;
            const second = oidc.authorizationCodeGrant(configuration, url, checks);
            expect((await refused(second)).error).to.equal("invalid_grant");
        });
    }

    it("takes a code once", async () => {
        const { url, checks } = await signedIn(configuration, report, person("flexai-user"));
        await oidc.authorizationCodeGrant(configuration, url, checks);
        const again = await refused(oidc.authorizationCodeGrant(configuration, url, checks));
        expect([again.status, again.error]).to.deep.equal([400, "invalid_grant"]);
    });

    it("refuses a code verifier where the sign-in began without PKCE", async () => {
        const start = oidc.buildAuthorizationUrl(configuration, {
            redirect_uri: report.redirectUris[1] ?? "",
        });
        const url = await new Browser().signIn(start, person("flexai-user"));
        const checks = { pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
        const error = await refused(oidc.authorizationCodeGrant(configuration, url, checks));
        expect(error.error).to.equal("invalid_grant");
    });

    it("refuses a client that does not know its secret, and leaves the code for the one that does", async () => {
        const { url, checks } = await signedIn(configuration, report, person("flexai-user"));
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.authorizationCodeGrant(stranger, url, checks));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_client"]);
        await oidc.authorizationCodeGrant(configuration, url, checks);
    });

    it("refuses an unknown refresh token", async () => {
        const error = await refused(oidc.refreshTokenGrant(configuration, "unknown"));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
    });

    const wrongGrants = {
        client_credentials: "unauthorized_client",
        password: "unsupported_grant_type",
    };
    for (const [grant, expected] of Object.entries(wrongGrants)) {
        it(`refuses the grant ${grant} with ${expected}`, async () => {
            const error = await refused(oidc.genericGrantRequest(configuration, grant, {}));
            expect([error.status, error.error]).to.deep.equal([400, expected]);
        });
    }
});

function payload(token: string): Record<string, unknown> {
    const text = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    return JSON.parse(text) as Record<string, unknown>;
}

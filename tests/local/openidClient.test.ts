import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { discovered, personWith, signedIn, tokensOf } from "./support/relyingParty";
import { useOpenidClient } from "./support/hooks";

describe("npm start, seen by openid-client, signs people in and says who they are", () => {
    const client = useOpenidClient();
    const { report } = client;

    it("prints the addresses that discovery lists", () => {
        const metadata = client.configuration.serverMetadata();
        expect(metadata.issuer).to.equal(report.issuer);
        expect(metadata.jwks_uri).to.equal(report.jwksUri);
        expect(metadata.authorization_endpoint).to.equal(report.authorizationEndpoint);
        expect(metadata.token_endpoint).to.equal(report.tokenEndpoint);
        expect(metadata.userinfo_endpoint).to.equal(report.userinfoEndpoint);
        expect(metadata.end_session_endpoint).to.equal(report.endSessionEndpoint);
    });

    for (const role of ["flexai-manager", "flexai-editor", "flexai-user", ""]) {
        it(`signs in ${role || "somebody without a role"} and puts the roles into both tokens`, async () => {
            const tokens = await tokensOf(client.configuration, report, personWith(report, role));
            const roles = role === "" ? [] : [role];
            const id = tokens.claims();
            expect(id?.[report.rolesClaim]).to.deep.equal(roles);
            expect(id?.preferred_username).to.equal(personWith(report, role).name);
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

    it("accepts the client's secret in the form as well", async () => {
        const posting = await discovered(report, oidc.ClientSecretPost(report.clientSecret));
        const tokens = await tokensOf(posting, report, personWith(report, "flexai-user"));
        expect(tokens.id_token).to.be.a("string");
    });

    it("accepts the email in place of the username", async () => {
        const { username, password } = personWith(report, "flexai-user");
        const { url } = await signedIn(client.configuration, report, {
            username: `${username.toUpperCase()}@demonstration.invalid`,
            password,
        });
        expect(url.searchParams.get("code")).to.be.a("string");
    });

    it("signs in the second time without asking", async () => {
        const browser = new Browser();
        await signedIn(client.configuration, report, personWith(report, "flexai-user"), {
            browser,
        });
        const again = oidc.buildAuthorizationUrl(client.configuration, {
            redirect_uri: report.redirectUris[0] ?? "",
        });
        const { response } = await browser.open(again);
        expect(response.headers.get("location")).to.match(/\?code=/);
    });

    it("returns the user's attributes as strings, and no roles", async () => {
        const tokens = await tokensOf(
            client.configuration,
            report,
            personWith(report, "flexai-manager"),
        );
        const sub = tokens.claims()?.sub ?? "";
        const userInfo = await oidc.fetchUserInfo(client.configuration, tokens.access_token, sub);
        const { username, name } = personWith(report, "flexai-manager");
        expect(userInfo).to.deep.equal({
            sub,
            email: `${username}@demonstration.invalid`,
            email_verified: "true",
            preferred_username: name,
            username,
        });
    });

    const scopes: [string, string[]][] = [
        ["openid", ["email", "email_verified", "preferred_username"]],
        ["openid email", ["email", "email_verified"]],
        ["openid profile", ["preferred_username"]],
    ];
    for (const [scope, attributes] of scopes) {
        it(`returns with the scopes '${scope}' ${attributes.join(", ")}`, async () => {
            const tokens = await tokensOf(
                client.configuration,
                report,
                personWith(report, "flexai-user"),
                scope,
            );
            const all = ["email", "email_verified", "preferred_username"];
            const given = all.filter((name) => name in (tokens.claims() ?? {}));
            expect(given).to.deep.equal(attributes);
        });
    }
});

function payload(token: string): Record<string, unknown> {
    const text = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    return JSON.parse(text) as Record<string, unknown>;
}

import { expect } from "chai";
import * as oidc from "openid-client";

import { discovered, personWith, refused, tokensOf } from "./support/relyingParty";
import { useOpenidClient } from "./support/hooks";

describe("npm start, seen by openid-client, refreshes and revokes tokens", () => {
    const client = useOpenidClient();
    const { report } = client;

    it("responds to a refresh with new tokens and no new refresh token", async () => {
        const tokens = await tokensOf(
            client.configuration,
            report,
            personWith(report, "flexai-editor"),
        );
        const refreshed = await oidc.refreshTokenGrant(
            client.configuration,
            tokens.refresh_token ?? "",
        );
        expect(refreshed.refresh_token).to.equal(undefined);
        expect(refreshed.access_token).not.to.equal(tokens.access_token);
        expect(refreshed.claims()?.sub).to.equal(tokens.claims()?.sub);
        expect(refreshed.claims()).not.to.have.property("nonce");
        expect(refreshed.claims()?.[report.rolesClaim]).to.deep.equal(["flexai-editor"]);
        const shared = ["origin_jti", "auth_time"].map((name) => refreshed.claims()?.[name]);
        expect(shared.map((value) => typeof value)).to.deep.equal(["string", "number"]);
        expect(shared).to.deep.equal(
            ["origin_jti", "auth_time"].map((name) => tokens.claims()?.[name]),
        );
    });

    it("ends a refresh token and its access token when it is revoked", async () => {
        const tokens = await tokensOf(
            client.configuration,
            report,
            personWith(report, "flexai-user"),
        );
        const refreshToken = tokens.refresh_token ?? "";
        await oidc.tokenRevocation(client.configuration, refreshToken);
        const error = await refused(oidc.refreshTokenGrant(client.configuration, refreshToken));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
        const response = await fetch(report.userinfoEndpoint, {
            headers: { authorization: `Bearer ${tokens.access_token}` },
        });
        expect(response.status).to.equal(401);
    });

    it("accepts the revocation of an unknown token", async () => {
        await oidc.tokenRevocation(client.configuration, "unknown");
    });

    it("refuses to revoke an access token", async () => {
        const tokens = await tokensOf(
            client.configuration,
            report,
            personWith(report, "flexai-user"),
        );
        const error = await refused(
            oidc.tokenRevocation(client.configuration, tokens.access_token),
        );
        expect([error.status, error.error]).to.deep.equal([400, "unsupported_token_type"]);
    });

    it("refuses a revocation by a client that does not know its secret", async () => {
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.tokenRevocation(stranger, "unknown"));
        expect([error.status, error.error]).to.deep.equal([401, "invalid_client"]);
    });
});

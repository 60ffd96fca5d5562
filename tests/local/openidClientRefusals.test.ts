import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { discovered, personWith, refused, signedIn } from "./support/relyingParty";
import { useOpenidClient } from "./support/hooks";

describe("npm start, seen by openid-client, refuses what it hands out nothing for", () => {
    const client = useOpenidClient();
    const { report } = client;

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
            const { url, checks } = await signedIn(
                client.configuration,
                report,
                personWith(report, "flexai-user"),
            );
            const used = new URL(url);
            const wrong = { ...checks, ...change(used) };
            const attempt = oidc.authorizationCodeGrant(client.configuration, used, wrong);
            const error = await refused(attempt);
            expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
            expect(error.cause).to.deep.equal({ error: "invalid_grant" });
            if (what === "another code") return;
            const second = oidc.authorizationCodeGrant(client.configuration, url, checks);
            expect((await refused(second)).error).to.equal("invalid_grant");
        });
    }

    it("accepts a code once", async () => {
        const { url, checks } = await signedIn(
            client.configuration,
            report,
            personWith(report, "flexai-user"),
        );
        await oidc.authorizationCodeGrant(client.configuration, url, checks);
        const again = await refused(oidc.authorizationCodeGrant(client.configuration, url, checks));
        expect([again.status, again.error]).to.deep.equal([400, "invalid_grant"]);
    });

    it("refuses a code verifier where the sign-in began without PKCE", async () => {
        const start = oidc.buildAuthorizationUrl(client.configuration, {
            redirect_uri: report.redirectUris[1] ?? "",
        });
        const url = await new Browser().signIn(start, personWith(report, "flexai-user"));
        const checks = { pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
        const error = await refused(oidc.authorizationCodeGrant(client.configuration, url, checks));
        expect(error.error).to.equal("invalid_grant");
    });

    it("refuses a client that does not know its secret, and leaves the code for the one that does", async () => {
        const { url, checks } = await signedIn(
            client.configuration,
            report,
            personWith(report, "flexai-user"),
        );
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.authorizationCodeGrant(stranger, url, checks));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_client"]);
        await oidc.authorizationCodeGrant(client.configuration, url, checks);
    });

    it("refuses an unknown refresh token", async () => {
        const error = await refused(oidc.refreshTokenGrant(client.configuration, "unknown"));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_grant"]);
    });

    const wrongGrants = {
        client_credentials: "unauthorized_client",
        password: "unsupported_grant_type",
    };
    for (const [grant, expected] of Object.entries(wrongGrants)) {
        it(`refuses the grant ${grant} with ${expected}`, async () => {
            const error = await refused(oidc.genericGrantRequest(client.configuration, grant, {}));
            expect([error.status, error.error]).to.deep.equal([400, expected]);
        });
    }
});

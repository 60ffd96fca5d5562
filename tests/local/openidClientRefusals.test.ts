import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { discovered, personWith, refused, signedIn, tokensOf } from "./support/relyingParty";
import { useOpenidClient } from "./support/hooks";

describe("npm start, seen by openid-client, refuses what it hands out nothing for", () => {
    const client = useOpenidClient();
    const { report } = client;
    const callback = () =>
        signedIn(client.configuration, report, personWith(report, "flexai-user"));

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
            const { url, checks } = await callback();
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
        const { url, checks } = await callback();
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
        const { url, checks } = await callback();
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.authorizationCodeGrant(stranger, url, checks));
        expect([error.status, error.error]).to.deep.equal([400, "invalid_client"]);
        await oidc.authorizationCodeGrant(client.configuration, url, checks);
    });

    it("accepts the revocation of an unknown token, from a client that knows its secret", async () => {
        await oidc.tokenRevocation(client.configuration, "unknown");
        const stranger = await discovered(report, oidc.ClientSecretPost("wrong"));
        const error = await refused(oidc.tokenRevocation(stranger, "unknown"));
        expect([error.status, error.error]).to.deep.equal([401, "invalid_client"]);
    });

    it("refuses to revoke an access token", async () => {
        const person = personWith(report, "flexai-user");
        const { access_token: token } = await tokensOf(client.configuration, report, person);
        const error = await refused(oidc.tokenRevocation(client.configuration, token));
        expect([error.status, error.error]).to.deep.equal([400, "unsupported_token_type"]);
    });
});

import { expect } from "chai";
import { useReport } from "./support/hooks";

describe("The metadata of npm start's provider", () => {
    const report = useReport();

    it("are those of a user pool at the addresses that it prints, and no more", async () => {
        const { origin } = new URL(report.issuer);
        expect(await (await fetch(report.discoveryUrl)).json()).to.deep.equal({
            authorization_endpoint: report.authorizationEndpoint,
            end_session_endpoint: report.endSessionEndpoint,
            id_token_signing_alg_values_supported: ["RS256"],
            issuer: report.issuer,
            jwks_uri: report.jwksUri,
            response_types_supported: ["code", "token"],
            revocation_endpoint: `${origin}/oauth2/revoke`,
            scopes_supported: ["openid", "email", "phone", "profile"],
            subject_types_supported: ["public"],
            token_endpoint: report.tokenEndpoint,
            token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
            userinfo_endpoint: report.userinfoEndpoint,
        });
    });

    it("lead to two keys without their private parts", async () => {
        const { keys } = (await (await fetch(report.jwksUri)).json()) as { keys: object[] };
        expect(keys).to.have.length(2);
        for (const key of keys) {
            expect(key).to.have.all.keys("kty", "n", "e", "alg", "kid", "use");
        }
    });
});

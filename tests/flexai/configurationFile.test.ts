import { expect } from "chai";

import { authorizationEndpointIn, configurationFile } from "../../flexai/configurationFile";

const values = {
    issuer: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
    jwksUri:
        "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ/.well-known/jwks.json",
    authorizationEndpoint:
        "https://eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com/oauth2/authorize",
    tokenEndpoint: "https://eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com/oauth2/token",
    endSessionEndpoint: "https://eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com/logout",
    clientId: "client",
    clientSecret: "secret",
    hmacSecret: "0123456789abcdef",
};

describe("flexAI's configuration file", () => {
    it("has a line for each parameter, in the order of flexAI's manual", () => {
        const lines = configurationFile(values).split("\n");
        expect(lines.filter((line) => /^\w/.test(line))).to.deep.equal([
            "OIDC_PROVIDER=cognito",
            `OIDC_TOKEN_ENDPOINT_URL=${values.tokenEndpoint}`,
            `OIDC_AUTHORIZATION_ENDPOINT_URL=${values.authorizationEndpoint}`,
            `OIDC_END_SESSION_ENDPOINT_URL=${values.endSessionEndpoint}`,
            `OIDC_ISSUER_URL=${values.issuer}`,
            `OIDC_JWKS_URI_URL=${values.jwksUri}`,
            "CLUSTER_OAUTH_ADDRESS=eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com",
            "CLUSTER_OAUTH_HTTPS_PORT=443",
            "CLUSTER_OAUTH_SNI=eu-central-1abc123xyz.auth.eu-central-1.amazoncognito.com",
            "CLUSTER_JWKS_ADDRESS=cognito-idp.eu-central-1.amazonaws.com",
            "CLUSTER_JWKS_HTTPS_PORT=443",
            "CLUSTER_JWKS_SNI=cognito-idp.eu-central-1.amazonaws.com",
            "OIDC_CLIENT_ID=client",
            "OIDC_CLIENT_SECRET=secret",
            "OIDC_HMAC_SECRET=0123456789abcdef",
            "TOKEN_CODE_VERIFIER_EXPIRES_IN=600s",
            "TOKEN_CSRF_EXPIRES_IN=600s",
            "TOKEN_DEFAULT_REFRESH_EXPIRES_IN=36000s",
            "TOKEN_DEFAULT_EXPIRES_IN=3600s",
        ]);
    });

    it("leaves FLEXAI_HOST_PROT, whose values are not known, to a person in a comment", () => {
        expect(configurationFile(values)).to.match(/^#FLEXAI_HOST_PROT=$/m);
        expect(configurationFile(values)).not.to.match(/^FLEXAI_HOST_PROT/m);
    });

    it("reads hosts and ports off the addresses", () => {
        const file = configurationFile({
            ...values,
            tokenEndpoint: "http://127.0.0.1:3100/oauth2/token",
            jwksUri: "http://localhost/pool/.well-known/jwks.json",
        });
        expect(file).to.include("CLUSTER_OAUTH_ADDRESS=127.0.0.1\nCLUSTER_OAUTH_HTTPS_PORT=3100\n");
        expect(file).to.include("CLUSTER_JWKS_ADDRESS=localhost\nCLUSTER_JWKS_HTTPS_PORT=80\n");
    });

    for (const character of [" ", '"', "'", "#", "$", "\\", "\n", "`", ";", "ä"]) {
        it(`refuses a value with ${JSON.stringify(character)} and does not show it`, () => {
            const render = () =>
                configurationFile({ ...values, clientSecret: `top${character}secret` });
            expect(render)
                .to.throw(/^OIDC_CLIENT_SECRET is empty or would need quotes/)
                .with.property("message")
                .that.does.not.include("top");
        });
    }

    it("accepts a client secret with a plus, which Cognito may make", () => {
        const file = configurationFile({ ...values, clientSecret: "ab+cd" });
        expect(file).to.include("\nOIDC_CLIENT_SECRET=ab+cd\n");
    });

    it("can be read for where flexAI sends people to sign in", () => {
        expect(authorizationEndpointIn(configurationFile(values))).to.equal(
            values.authorizationEndpoint,
        );
        expect(authorizationEndpointIn("")).to.equal(undefined);
        expect(authorizationEndpointIn("#OIDC_AUTHORIZATION_ENDPOINT_URL=x")).to.equal(undefined);
    });

    it("accepts an authorization endpoint with a parameter", () => {
        const authorizationEndpoint = `${values.authorizationEndpoint}?lang=zh-TW`;
        const file = configurationFile({ ...values, authorizationEndpoint });
        expect(authorizationEndpointIn(file)).to.equal(authorizationEndpoint);
    });

    it("refuses an empty value, without a stack, which Node.js would take minutes to print", () => {
        expect(() => configurationFile({ ...values, hmacSecret: "" }))
            .to.throw(/^OIDC_HMAC_SECRET/)
            .which.does.not.have.property("stack");
    });
});

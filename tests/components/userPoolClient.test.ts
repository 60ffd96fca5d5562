import { expect } from "chai";

import { runComponent } from "../support/component";
import { inputsOf } from "../support/program";

const type = "aws:cognito/userPoolClient:UserPoolClient";

describe("The client", () => {
    let client: Readonly<Record<string, unknown>>;

    before(async () => {
        client = inputsOf(await runComponent(), type);
    });

    it("is named flexAI and confidential, with a secret", () => {
        expect(client.name).to.equal("flexAI");
        expect(client.generateSecret).to.equal(true);
    });

    it("belongs to the pool", () => {
        expect(client.userPoolId).to.match(/^eu-central-1_[A-Za-z0-9]{9}$/);
    });

    it("redirects to the manual's three callback URLs and nowhere else", () => {
        expect(client.defaultRedirectUri).to.equal("https://flexai.example.com/");
        expect(client.callbackUrls).to.deep.equal([
            "https://flexai.example.com/",
            "https://flexai.example.com/oauth2/callback",
            "https://flexai.example.com/oauth2/signout",
        ]);
    });

    it("signs out to the manual's sign-out URL only", () => {
        expect(client.logoutUrls).to.deep.equal(["https://flexai.example.com/oauth2/signout"]);
    });

    it("has three callbacks and a sign-out address for every name, and the first as its default", async () => {
        const { callbackUrls, defaultRedirectUri, logoutUrls } = inputsOf(
            await runComponent({ otherHostnames: ["flexai", "flexai.lan:8443"] }),
            type,
        );
        expect({ callbackUrls, defaultRedirectUri, logoutUrls }).to.deep.equal({
            callbackUrls: [
                "https://flexai.example.com/",
                "https://flexai.example.com/oauth2/callback",
                "https://flexai.example.com/oauth2/signout",
                "https://flexai/",
                "https://flexai/oauth2/callback",
                "https://flexai/oauth2/signout",
                "https://flexai.lan:8443/",
                "https://flexai.lan:8443/oauth2/callback",
                "https://flexai.lan:8443/oauth2/signout",
            ],
            defaultRedirectUri: "https://flexai.example.com/",
            logoutUrls: [
                "https://flexai.example.com/oauth2/signout",
                "https://flexai/oauth2/signout",
                "https://flexai.lan:8443/oauth2/signout",
            ],
        });
    });

    it("may use the authorization code grant only", () => {
        expect(client.allowedOauthFlowsUserPoolClient).to.equal(true);
        expect(client.allowedOauthFlows).to.deep.equal(["code"]);
    });

    it("T4: has the scopes email, openid and profile, never aws.cognito.signin.user.admin", () => {
        expect(client.allowedOauthScopes).to.deep.equal(["email", "openid", "profile"]);
    });

    it("has the user pool as its only identity provider", () => {
        expect(client.supportedIdentityProviders).to.deep.equal(["COGNITO"]);
    });

    it("T4: allows choice-based sign-in and refreshing, and no flow that sends passwords directly", () => {
        expect(client.explicitAuthFlows).to.deep.equal([
            "ALLOW_USER_AUTH",
            "ALLOW_REFRESH_TOKEN_AUTH",
        ]);
    });

    it("does not reveal whether a user exists, and revokes tokens", () => {
        expect(client.preventUserExistenceErrors).to.equal("ENABLED");
        expect(client.enableTokenRevocation).to.equal(true);
    });

    it("T6: has tokens as long as flexAI's, with units, without which numbers are hours and days", () => {
        const { tokenValidityUnits, accessTokenValidity, idTokenValidity, refreshTokenValidity } =
            client;
        expect(tokenValidityUnits).to.deep.equal({
            accessToken: "minutes",
            idToken: "minutes",
            refreshToken: "hours",
        });
        expect([accessTokenValidity, idTokenValidity, refreshTokenValidity]).to.deep.equal([
            60, 60, 10,
        ]);
    });

    it("has no refresh token rotation, which breaks parallel refreshes", () => {
        expect(client).not.to.have.property("refreshTokenRotation");
    });

    it("reads what flexAI needs", () => {
        expect(client.readAttributes).to.deep.equal([
            "email",
            "email_verified",
            "preferred_username",
        ]);
    });

    it("writes the required attributes only, where an empty list would mean all", () => {
        expect(client.writeAttributes).to.deep.equal(["email", "preferred_username"]);
    });

    it("states every other field as well, since an update resets what is left out", () => {
        const { enablePropagateAdditionalUserContextData, authSessionValidity } = client;
        expect(enablePropagateAdditionalUserContextData).to.equal(false);
        expect(authSessionValidity).to.equal(3);
        expect(Object.keys(client).sort()).to.deep.equal([
            "accessTokenValidity",
            "allowedOauthFlows",
            "allowedOauthFlowsUserPoolClient",
            "allowedOauthScopes",
            "authSessionValidity",
            "callbackUrls",
            "defaultRedirectUri",
            "enablePropagateAdditionalUserContextData",
            "enableTokenRevocation",
            "explicitAuthFlows",
            "generateSecret",
            "idTokenValidity",
            "logoutUrls",
            "name",
            "preventUserExistenceErrors",
            "readAttributes",
            "refreshTokenValidity",
            "supportedIdentityProviders",
            "tokenValidityUnits",
            "userPoolId",
            "writeAttributes",
        ]);
    });
});

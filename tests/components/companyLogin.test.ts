import { expect } from "chai";

import { type CompanyLogin, companyRolesOptions } from "../../components/companyLogin";
import { companyLogin } from "../support/companyRoles";
import { runComponent } from "../support/component";
import { inputsOf, registration, type Run } from "../support/program";
import { registeredOutputs } from "../support/registrations";

const provider = "aws:cognito/identityProvider:IdentityProvider";
const userPool = "aws:cognito/userPool:UserPool";
const client = "aws:cognito/userPoolClient:UserPoolClient";
const attribute = {
    name: "flexai_groups",
    attributeDataType: "String",
    required: false,
    mutable: true,
    developerOnlyAttribute: false,
    stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
};
const grants = { "Broadcast-Admins": ["flexai-manager"] };

/** The component with a company's login, and what its outputs say. */
async function withLogin(changes: Partial<CompanyLogin> = {}) {
    const run = await runComponent({ companyLogin: companyLogin(grants, changes) });
    const outputs = registeredOutputs().get("flexai-oidc:index:OpenIdProvider::flexai") ?? {};
    return { run, outputs };
}

const schemasOf = (run: Run) => inputsOf(run, userPool).schemas as { readonly name: string }[];
const ofType = ({ resources }: Run, type: string) => resources.filter((one) => one.type === type);

describe("What the trigger knows of the company", () => {
    it("is its name and groups, once there is a provider", () => {
        expect(companyRolesOptions({ companyLogin: companyLogin(grants) })).to.deep.equal({
            provider: "Contoso",
            grants: '{"Broadcast-Admins":["flexai-manager"]}',
        });
        const named = companyLogin(grants, { provider: undefined });
        expect(companyRolesOptions({ companyLogin: named })).to.equal(undefined);
    });
});

describe("A company's login", () => {
    type Made = Awaited<ReturnType<typeof withLogin>>;
    let made: Made;
    /** Before the company has registered anything. */
    let named: Made;
    let run: Run;
    before(async () => {
        made = await withLogin();
        named = await withLogin({ provider: undefined });
        ({ run } = made);
    });

    it("registers the provider with the pool, with what Cognito would add stated", () => {
        const [pool] = ofType(run, userPool);
        expect(inputsOf(run, provider)).to.deep.equal({
            userPoolId: pool?.id,
            providerName: "Contoso",
            providerType: "OIDC",
            providerDetails: {
                oidc_issuer: "https://login.contoso.example/v2.0",
                client_id: "flexai-at-contoso",
                client_secret: "Ahng7-first-secret",
                authorize_scopes: "openid email profile",
                attributes_request_method: "GET",
                attributes_url_add_attributes: "false",
            },
            attributeMapping: {
                username: "sub",
                email: "email",
                preferred_username: "preferred_username",
                "custom:flexai_groups": "groups",
            },
        });
    });

    it("lets the provider be taken away at any time, after the client", () => {
        const { parent, protect } = registration(run, provider);
        expect([parent, protect]).to.deep.equal([
            "flexai-oidc:index:OpenIdProvider::flexai",
            false,
        ]);
        expect(registration(run, client).dependencies).to.include(`${provider}::flexai`);
        const guard = registration(run, "flexai-oidc:index:DestroyGuard");
        expect(guard.dependencies).to.include(`${provider}::flexai`);
    });

    it("adds the attribute for groups, which the client may write and not read", () => {
        expect(schemasOf(run).at(-1)).to.deep.equal(attribute);
        const { supportedIdentityProviders, readAttributes, writeAttributes } = inputsOf(
            run,
            client,
        );
        expect(supportedIdentityProviders).to.deep.equal(["COGNITO", "Contoso"]);
        expect(readAttributes).to.deep.equal(["email", "email_verified", "preferred_username"]);
        expect(writeAttributes).to.deep.equal([
            "email",
            "preferred_username",
            "custom:flexai_groups",
        ]);
    });

    it("is the attribute alone before there is a provider", () => {
        expect(ofType(named.run, provider)).to.deep.equal([]);
        expect(schemasOf(named.run).at(-1)).to.deep.equal(attribute);
        expect(inputsOf(named.run, client).supportedIdentityProviders).to.deep.equal(["COGNITO"]);
    });

    it("leaves the attribute once the pool has it, which Cognito cannot remove", async () => {
        const names = async (hasCompanyGroups: boolean) =>
            schemasOf(await runComponent({ hasCompanyGroups })).map(({ name }) => name);
        expect(await names(true)).to.deep.equal(["email", "preferred_username", "flexai_groups"]);
        expect(await names(false)).to.deep.equal(["email", "preferred_username"]);
    });

    it("leads past the pool's own form where it is the only way in", async () => {
        const only = await withLogin({ only: true });
        expect(inputsOf(only.run, client).supportedIdentityProviders).to.deep.equal(["Contoso"]);
        const file = ({ outputs }: typeof only) => JSON.stringify(outputs.flexaiConfig);
        expect(file(only)).to.include("/oauth2/authorize?identity_provider=Contoso");
        expect(file(made)).not.to.include("identity_provider");
        expect(only.outputs.authorizationEndpoint).to.equal(made.outputs.authorizationEndpoint);
    });

    it("says what the company has to register, and the issuer once it is known", () => {
        const { outputs } = made;
        const poolId = ofType(run, userPool)[0]?.id ?? "";
        const origin = String(outputs.authorizationEndpoint).replace("/oauth2/authorize", "");
        const setup = {
            name: "Contoso",
            oidcRedirectUri: `${origin}/oauth2/idpresponse`,
            samlEntityId: `urn:amazon:cognito:sp:${poolId}`,
            samlReplyUrl: `${origin}/saml2/idpresponse`,
        };
        const issuer = "https://login.contoso.example/v2.0";
        expect(outputs.companyLoginSetup).to.deep.equal({ ...setup, issuer });
        expect(named.outputs.companyLoginSetup).to.deep.equal(setup);
    });

    it("is in no resource and no output without the setting", async () => {
        const run = await runComponent();
        expect(ofType(run, provider)).to.deep.equal([]);
        expect(inputsOf(run, client).writeAttributes).to.deep.equal([
            "email",
            "preferred_username",
        ]);
        expect(
            registeredOutputs().get("flexai-oidc:index:OpenIdProvider::flexai"),
        ).not.to.have.property("companyLoginSetup");
    });
});

import { expect } from "chai";

import { useDeployedStack } from "./support/hooks";
import { placesOf } from "./support/leaks";
import { accepted } from "./support/outcome";

const secrets = ["Ahng7-first-secret", "ooW4v-second-secret"];
const provider = {
    issuer: "https://login.contoso.example/v2.0",
    clientId: "flexai-at-contoso",
    roles: { "flexai-manager": ["Broadcast-Admins"] },
};

describe("A company's login on a deployed stack with deletion protection", () => {
    const stack = useDeployedStack("prod", { hostname: "flexai" });

    const schemas = () =>
        (stack.aws.store.only("UserPool").inputs.schemas as { readonly name: string }[]).map(
            ({ name }) => name,
        );
    const clientsProviders = () =>
        stack.aws.store.only("UserPoolClient").inputs.supportedIdentityProviders;

    /** Changes the settings, and returns what that does; a second preview must be empty. */
    async function change(companyLogin: unknown, secret?: string) {
        stack.configure({ companyLogin });
        if (secret) await stack.run(`pulumi config set --secret companyLoginSecret ${secret}`);
        const { steps, words } = await accepted(stack.up());
        await accepted(stack.preview({ expectNoChanges: true }));
        return { steps: [...steps].sort(), words };
    }

    it("is not there without the key", async () => {
        expect(schemas()).to.deep.equal(["email", "preferred_username"]);
        expect(await stack.outputs()).not.to.have.property("companyLoginSetup");
    });

    it("adds the attribute with its name, warns that it stays, and says what to register", async () => {
        const { steps, words } = await change({ name: "Contoso" });
        expect(steps).to.deep.equal(["update UserPool flexai", "update UserPoolClient flexai"]);
        expect(schemas()).to.include("flexai_groups");
        expect(words).to.include("Cognito can never remove it again");
        expect(words).to.include("/oauth2/idpresponse");
        expect(words).to.include("pulumi config set --stack prod --secret companyLoginSecret");
        expect(await stack.outputs()).to.have.nested.property("companyLoginSetup.name", "Contoso");
    });

    it("creates the provider before the client names it, and says what only the company can do", async () => {
        const { steps, words } = await change({ name: "Contoso", ...provider }, secrets[0]);
        expect(steps).to.deep.equal([
            "create IdentityProvider flexai",
            "update Function cognito-custom-roles-oidc-flexai",
            "update UserPoolClient flexai",
        ]);
        expect(clientsProviders()).to.deep.equal(["COGNITO", "Contoso"]);
        expect(words).to.include("docs/company-login.md#close-the-hole");
        expect(words).not.to.include("never remove");
    });

    it("changes the secret in place, and T18: no file and no line has one in clear", async () => {
        const { steps } = await change({ name: "Contoso", ...provider }, secrets[1]);
        expect(steps).to.deep.equal(["update IdentityProvider flexai"]);
        await accepted(stack.refresh());
        await accepted(stack.preview({ expectNoChanges: true }));
        for (const secret of secrets) expect(placesOf(secret, stack)).to.deep.equal([]);
    });

    it("leads to the company alone and back, and names flexAI's file both times", async () => {
        const forth = await change({ name: "Contoso", ...provider, only: true });
        expect(forth.steps).to.deep.equal(["update UserPoolClient flexai"]);
        expect(clientsProviders()).to.deep.equal(["Contoso"]);
        expect(forth.words).to.include("People sign in at Contoso alone from now on");
        const back = await change({ name: "Contoso", ...provider });
        expect(back.words).to.include("The sign-in page has its form for passwords again");
        expect(clientsProviders()).to.deep.equal(["COGNITO", "Contoso"]);
    });

    it("warns of another name, and goes over to it in one up in spite of the protection", async () => {
        const { steps, words } = await change({ name: "Contoso2", ...provider });
        expect(steps).to.deep.equal([
            "create-replacement IdentityProvider flexai",
            "delete-replaced IdentityProvider flexai",
            "replace IdentityProvider flexai",
            "update Function cognito-custom-roles-oidc-flexai",
            "update UserPoolClient flexai",
        ]);
        expect(words).to.include("everybody in the company becomes a new user");
        expect(words).to.include("--path companyLogin.name Contoso");
        expect(clientsProviders()).to.deep.equal(["COGNITO", "Contoso2"]);
        expect(stack.aws.store.all("IdentityProvider")).to.have.lengthOf(1);
    });

    it("is taken back in one up, but for the attribute, which Cognito cannot remove", async () => {
        stack.configure({ companyLoginSecret: undefined });
        const { steps } = await change(undefined);
        expect(steps).to.deep.equal([
            "delete IdentityProvider flexai",
            "update Function cognito-custom-roles-oidc-flexai",
            "update UserPoolClient flexai",
        ]);
        expect(schemas()).to.include("flexai_groups");
        expect(clientsProviders()).to.deep.equal(["COGNITO"]);
    });
});

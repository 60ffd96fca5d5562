import { expect } from "chai";

import { companyLoginSteps } from "../../components/companyLoginSteps";
import { companyLogin } from "../support/companyRoles";
import { inOneLine } from "../support/messages";
import { inProject } from "../support/project";

const setup = {
    name: "Contoso",
    oidcRedirectUri: "https://x.auth.eu-central-1.amazoncognito.com/oauth2/idpresponse",
    samlEntityId: "urn:amazon:cognito:sp:eu-central-1_Abc123XyZ",
    samlReplyUrl: "https://x.auth.eu-central-1.amazoncognito.com/saml2/idpresponse",
};
const named = companyLogin({}, { provider: undefined });
const provided = companyLogin({});
const only = companyLogin({}, { only: true });
const before = { identityProviders: [] as string[], onlyCompany: "" };
const there = { ...before, identityProviders: ["Contoso"] };
const alone = { ...there, onlyCompany: "Contoso" };

/** What is said after a deployment of `login` on what was there before, a line each. */
function steps(login: typeof provided | undefined, earlier = before, isFirst = false): string[] {
    const settings = login ? { companyLogin: login } : {};
    return inOneLine(companyLoginSteps(settings, login && setup, earlier, isFirst));
}

describe("What comes next with a company's login", () => {
    inProject();

    const file = "(umask 077 && pulumi stack output flexaiConfig --show-secrets --stack dev > ";

    it("is what the administrator registers, and the commands for what comes back", () => {
        const [message = "", ...others] = steps(named);
        expect(message).to.equal(
            "Ask Contoso's administrator to register flexAI as a web application with this redirect" +
                " URI (docs/company-login.md has the steps for each provider):" +
                ` ${setup.oidcRedirectUri}` +
                " Back come issuer, client id and secret. Set them, with these in place of" +
                " YOUR_ISSUER and YOUR CLIENT ID (Pulumi asks for the secret):" +
                " pulumi config set --stack dev --path companyLogin.issuer YOUR_ISSUER" +
                " pulumi config set --stack dev --path companyLogin.clientId 'YOUR CLIENT ID'" +
                " pulumi config set --stack dev --secret companyLoginSecret" +
                " pulumi up --stack dev",
        );
        expect(others).to.deep.equal([]);
    });

    it("is to try the provider, and what only the company can close", () => {
        const [message = "", ...others] = steps(provided);
        expect(message).to.equal(
            "Cognito has Contoso's provider now. Sign in there from flexAI, in a private window, and" +
                " check the deployment: npm run doctor -- --stack dev" +
                " Only the company can take roles away: with most providers, a person who is taken" +
                " out of every group keeps the roles of the last sign-in, because no groups are then" +
                " sent at all: docs/company-login.md#close-the-hole",
        );
        expect(others).to.deep.equal([]);
    });

    it("is how to remove the rest once the provider is taken away", () => {
        expect(steps(named, there)).to.deep.equal([
            "The button of Contoso is gone, and its groups count no more. Nobody was deleted. To" +
                " remove the rest of the setting too, run:" +
                " pulumi config rm --stack dev companyLogin pulumi up --stack dev",
        ]);
    });

    it("is flexAI's file once people sign in at the company alone, or no longer", () => {
        const [forth = "", ...others] = steps(only, there);
        expect(forth).to.include("People sign in at Contoso alone from now on");
        expect(forth).to.include(file);
        expect(others).to.deep.equal([]);
        for (const login of [provided, undefined]) {
            const [back = "", ...more] = steps(login, alone);
            expect(back).to.include("The sign-in page has its form for passwords again.");
            expect(back).to.include(file);
            expect(more).to.deep.equal([]);
        }
    });

    it("is flexAI's file for another only company, beside the new provider", () => {
        const earlier = { identityProviders: ["Fabrikam"], onlyCompany: "Fabrikam" };
        const [, message] = steps(only, earlier);
        expect(message).to.include("People sign in at Contoso alone from now on");
    });

    it("is nothing more about the file with a first deployment, which names it anyway", () => {
        const messages = steps(only, before, true);
        expect(messages).to.have.lengthOf(1);
        expect(messages[0]).to.include("Cognito has Contoso's provider now.");
    });

    it("is nothing while nothing changes, or without a company", () => {
        expect(steps(provided, there)).to.deep.equal([]);
        expect(steps(only, alone)).to.deep.equal([]);
        expect(steps(undefined)).to.deep.equal([]);
    });
});

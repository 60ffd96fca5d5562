import { expect } from "chai";

import { laidOut } from "../../commandLine/message";
import { admission, registration } from "../../components/nextSteps";
import { companyLogin } from "../support/companyRoles";
import { inOneLine } from "../support/messages";
import { inProject } from "../support/project";

describe("What comes next with a company's login", () => {
    inProject();

    const setup = {
        name: "Contoso",
        oidcRedirectUri: "https://x.auth.eu-central-1.amazoncognito.com/oauth2/idpresponse",
        samlEntityId: "urn:amazon:cognito:sp:eu-central-1_Abc123XyZ",
        samlReplyUrl: "https://x.auth.eu-central-1.amazoncognito.com/saml2/idpresponse",
    };

    it("is what the administrator registers, and the commands for what comes back", () => {
        const lines = laidOut(registration(setup)).split("\n");
        expect(lines).to.include(`  ${setup.oidcRedirectUri}`);
        expect(lines.slice(-4)).to.deep.equal([
            "  pulumi config set --stack dev --path companyLogin.issuer YOUR_ISSUER",
            "  pulumi config set --stack dev --path companyLogin.clientId 'YOUR CLIENT ID'",
            "  pulumi config set --stack dev --secret companyLoginSecret",
            "  pulumi up --stack dev",
        ]);
    });

    it("is what only the company can close, and flexAI's file where nothing else leads in", () => {
        const [both = ""] = inOneLine([admission(companyLogin({}))]);
        expect(both).to.include("keeps the roles of the last sign-in");
        expect(both).to.include("docs/company-login.md#close-the-hole");
        expect(both).not.to.include("flexaiConfig");
        const [only = ""] = inOneLine([admission(companyLogin({}, { only: true }))]);
        expect(only).to.include("pulumi stack output flexaiConfig --show-secrets --stack dev");
    });
});

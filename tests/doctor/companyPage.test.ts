import { expect } from "chai";

import { type Check, passed } from "../../doctor/check";
import { companyPageCheck } from "../../doctor/company/companyPage";
import { deploymentOf } from "../../doctor/deployment";
import { runChecks } from "../../doctor/runner";
import { deployedOutputs } from "./support/deployedOutputs";
import { page } from "./support/faultCase";

const company = {
    name: "Contoso",
    issuer: "https://login.microsoftonline.com/tenant/v2.0",
    oidcRedirectUri: "https://pool.example/oauth2/idpresponse",
};

describe("Doctor looks at the page of Entra ID", () => {
    const { fetch } = globalThis;
    afterEach(() => {
        globalThis.fetch = fetch;
    });

    const outcomeAt = async (host: string, response: Response) => {
        globalThis.fetch = () => Promise.resolve(response);
        const sent = new URL(`https://${host}/tenant/oauth2/v2.0/authorize?client_id=1`);
        const redirect: Check<URL> = { name: "sent", needs: [], run: () => passed("", sent) };
        const check = companyPageCheck(company, deploymentOf(deployedOutputs, {}), redirect);
        const [, finding] = await runChecks([redirect, check]);
        return finding;
    };
    const signIn = () => page('<form method="post"><input type="password"></form>');

    for (const host of ["login.microsoftonline.com", "login.microsoftonline.us"]) {
        it(`and does not judge by it at ${host}, which compares the address later`, async () => {
            expect(await outcomeAt(host, signIn())).to.deep.include({
                outcome: "skipped",
                why:
                    "Entra ID compares the address after a sign-in only: open flexAI in a private" +
                    " window and sign in",
            });
        });
    }

    it("and of none but Microsoft's hosts", async () => {
        const finding = await outcomeAt("microsoftonline.com.example", signIn());
        expect(finding).to.have.property("outcome", "passed");
    });

    it("and knows its refusals", async () => {
        const refusal = page("AADSTS500113: No reply address is registered for the application.");
        expect(await outcomeAt("login.microsoftonline.com", refusal)).to.deep.include({
            outcome: "failed",
            seen: "status 200: AADSTS500113",
            commands: ["pulumi stack output companyLoginSetup --stack YOUR_STACK"],
        });
    });
});

import { expect } from "chai";

import { warnOfCompanyLogin } from "../../prerequisites/companyLogin";
import type { StackState } from "../../prerequisites/stackState";
import { companyLogin } from "../support/companyRoles";
import { stackState } from "../support/foundUserPool";
import { run } from "../support/program";

const there = { hasThreatProtectionMode: false, hasCompanyGroups: true };

/** What is warned of for a company's login named Contoso, on a stack in that state. */
async function warnings(state: Partial<StackState>, login = companyLogin({})): Promise<string[]> {
    const before = stackState({ isMocked: false, ...state });
    const { warnings: lines } = await run(() => {
        warnOfCompanyLogin(login, before);
    });
    return [...lines];
}

describe("A change of a company's login that nothing takes back", () => {
    it("is the attribute, which Cognito never removes: warned of until the pool has it", async () => {
        const [warning, ...others] = await warnings({});
        expect(warning).to.include("adds the attribute custom:flexai_groups to the user pool");
        expect(warning).to.include("Cognito can never remove it again");
        expect(others).to.deep.equal([]);
        expect(await warnings({ pool: there })).to.deep.equal([]);
    });

    it("is another name, by which everybody becomes a new user", async () => {
        const renamed = { pool: there, identityProviders: ["Fabrikam"] };
        const [warning, ...others] = await warnings(renamed);
        expect(warning).to.include(
            "'flexai-oidc:companyLogin.name' is 'Contoso', and was 'Fabrikam'",
        );
        expect(warning).to.include(
            " pulumi config set --stack prod --path companyLogin.name Fabrikam",
        );
        expect(others).to.deep.equal([]);
    });

    it("is nothing with the same name, without a provider, or in the try-out", async () => {
        expect(await warnings({ pool: there, identityProviders: ["Contoso"] })).to.deep.equal([]);
        const named = companyLogin({}, { provider: undefined });
        expect(
            await warnings({ pool: there, identityProviders: ["Fabrikam"] }, named),
        ).to.deep.equal([]);
        expect(await warnings({ isMocked: true })).to.deep.equal([]);
    });
});

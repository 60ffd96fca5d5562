import { expect } from "chai";

import { Refusal, type RefusalProps } from "../../local/relyingParty/verdict";
import { rendered } from "./support/rendered";

const refused = {
    ...{ name: "Dora", roles: [], refusals: ["None."] },
    ...{ idToken: {}, isMadeUp: false, stack: "prod" },
};
const adviceTo = (user: Partial<RefusalProps>) => {
    const html = rendered(Refusal({ ...refused, ...user })).replace(/.*The sign-in itself/s, "");
    return html.replaceAll(/<[^>]*>/g, "").replaceAll("&#39;", "'");
};

describe("The refusal of a user", () => {
    it("advises to give a configured person a role in the stack's file", () => {
        expect(adviceTo({})).to.equal(
            " worked.The person needs a role under users in Pulumi.prod.yaml, such as:" +
                "roles: [flexai-user]After pulumi up it counts from the next sign-in on, or within the hour." +
                " For people who are not in that file: docs/users.md",
        );
    });

    it("says that a person is made up", () => {
        expect(adviceTo({ isMadeUp: true })).to.include(
            "This person is made up, to show what happens without a role." +
                " A real one gets a role under users in Pulumi.prod.yaml, such as:",
        );
    });

    it("advises to change the company's groups or their roles for a person of the company", () => {
        const idToken = { identities: [{ providerName: "Contoso" }] };
        expect(adviceTo({ idToken, isMadeUp: true })).to.equal(
            " worked.Contoso decides: the person needs to be in one of the company's groups that" +
                " have a role, or one of their groups needs a role under companyLogin.roles." +
                " What there is to do: docs/company-login.md",
        );
    });

    it("leads to how a person gets a name", () => {
        const named = { roles: ["flexai-user"], name: undefined };
        const idToken = { identities: [{ providerName: "Contoso" }] };
        expect(adviceTo(named)).to.match(/gets the attribute: docs\/users\.md$/);
        expect(adviceTo({ ...named, idToken })).to.match(/attribute: docs\/company-login\.md$/);
    });
});

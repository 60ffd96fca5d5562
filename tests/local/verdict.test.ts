import { expect } from "chai";

import { Refusal } from "../../local/relyingParty/verdict";
import { rendered } from "./support/rendered";

const commandsFor = (roles: readonly string[], name: string | undefined) => {
    const page = rendered(
        Refusal({ ...{ name, roles, stack: "dev" }, username: "dora", refusals: ["None."] }),
    );
    const codes = [...page.matchAll(/<code>(.*?)<\/code>/gs)].map(([, code = ""]) => code);
    return codes.map((code) => code.replaceAll("&quot;", '"'));
};
const userPool =
    '--region "$(pulumi config get --stack dev aws:region)"' +
    ' --user-pool-id "$(pulumi stack output --stack dev userPoolId)"';

describe("The refusal of a user", () => {
    it("shows the command that adds the user to the group of a role", () => {
        expect(commandsFor([], "Dora")).to.deep.equal([
            `aws cognito-idp admin-add-user-to-group ${userPool} --username dora --group-name flexai-user`,
        ]);
    });

    it("shows the command that gives the user a name", () => {
        expect(commandsFor(["flexai-user"], undefined)).to.deep.equal([
            `aws cognito-idp admin-update-user-attributes ${userPool} --username dora --user-attributes Name=preferred_username,Value=NAME`,
        ]);
    });
});

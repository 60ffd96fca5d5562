import { expect } from "chai";

import type { Report } from "../local/support/npmStart";
import { discovered, tokensOf } from "../local/support/relyingParty";
import { running } from "../local/support/running";
import { examine, failedNames, findingOf } from "./support/examination";

describe("Doctor looks at a user's ID token", () => {
    let report: Report;
    before(async function () {
        this.timeout(60_000);
        report = await running();
    });

    const tokensFor = async (role: string | undefined) => {
        const person = report.users.find((user) => user.roles[0] === role);
        if (!person) throw new Error(`There is no user for ${String(role)}.`);
        return tokensOf(await discovered(report), report, person);
    };

    it("and finds nothing wrong with that of a user of each role", async () => {
        for (const role of ["flexai-manager", "flexai-editor", "flexai-user"]) {
            const findings = await examine(report, (await tokensFor(role)).id_token);
            expect(failedNames(findings)).to.deep.equal([]);
            const name = "the ID token has a role that flexAI takes";
            expect(findingOf(findings, name)).to.deep.equal({
                name,
                outcome: "passed",
                seen: role,
            });
            const ofToken = findings.filter((finding) => finding.name.startsWith("the ID token"));
            expect(ofToken.map(({ outcome }) => outcome)).to.deep.equal(Array(7).fill("passed"));
        }
    });

    it("and says that flexAI refuses a user without a role", async () => {
        const findings = await examine(report, (await tokensFor(undefined)).id_token);
        const name = "the ID token has a role that flexAI takes";
        expect(failedNames(findings)).to.deep.equal([name]);
        expect(findingOf(findings, name)).to.include({ seen: "none of these" });
        expect(findingOf(findings, name))
            .to.have.property("advice")
            .that.matches(/into the group/);
    });

    it("and knows an access token", async () => {
        const findings = await examine(report, (await tokensFor("flexai-user")).access_token);
        expect(failedNames(findings)).to.deep.equal([
            "the ID token is for the output clientId (aud)",
            "the ID token is an ID token (token_use)",
            "the ID token has a preferred_username",
        ]);
        expect(findingOf(findings, "the ID token is an ID token (token_use)"))
            .to.have.property("advice")
            .that.matches(/perhaps the access token: give the one called id_token/);
    });
});

import { expect } from "chai";

import { deploymentOf } from "../../doctor/deployment";
import type { Report } from "../local/support/npmStart";
import { discovered, tokensOf } from "../local/support/relyingParty";
import { running } from "../local/support/running";
import { examine, expectProblem, findingOf, namesOf } from "./support/examination";

describe("Doctor looks at a user's ID token", () => {
    let report: Report;
    before(async () => {
        report = await running();
    });

    const personWith = (role: string | undefined) => {
        const person = report.users.find((user) => user.roles[0] === role);
        if (!person) throw new Error(`There is no user for ${String(role)}.`);
        return person;
    };
    const tokensFor = async (role: string | undefined) =>
        tokensOf(await discovered(report), report, personWith(role));

    it("and finds nothing wrong with that of a user of each role", async () => {
        for (const role of ["flexai-manager", "flexai-editor", "flexai-user"]) {
            const findings = await examine(
                deploymentOf(report, { stack: "prod" }),
                (await tokensFor(role)).id_token,
            );
            expect(namesOf(findings, "failed")).to.deep.equal([]);
            const name = "the ID token has a role that flexAI accepts";
            expect(findingOf(findings, name)).to.deep.equal({
                name,
                outcome: "passed",
                seen: role,
            });
            const ofToken = findings.filter((finding) => finding.name.startsWith("the ID token"));
            expect(ofToken.map(({ outcome }) => outcome)).to.deep.equal(Array(10).fill("passed"));
        }
    });

    it("and says that flexAI refuses a user without a role", async () => {
        const { username } = personWith(undefined);
        const findings = await examine(
            deploymentOf(report, { stack: "prod" }),
            (await tokensFor(undefined)).id_token,
        );
        const name = "the ID token has a role that flexAI accepts";
        const finding = expectProblem(findings, "failed", name);
        expect(finding.seen).to.equal("none of these");
        expect(finding.advice).to.match(/to the group/);
        expect(finding.commands).to.deep.equal([
            `aws cognito-idp admin-add-user-to-group --region eu-central-1 --user-pool-id ${report.userPoolId} --username ${username} --group-name YOUR_ROLE`,
        ]);
    });

    it("and recognises an access token, and says nothing else about it", async () => {
        const { access_token: token } = await tokensFor("flexai-user");
        const findings = await examine(deploymentOf(report, { stack: "prod" }), token);
        const finding = expectProblem(
            findings,
            "failed",
            "the ID token is an ID token (token_use)",
        );
        expect(finding.seen).to.equal('"access"');
        expect(finding.advice).to.match(/access token: use the id_token/);
        const ofToken = findings.filter(({ name }) => name.startsWith("the ID token"));
        expect(ofToken.map(({ outcome }) => outcome)).to.deep.equal([
            "passed",
            "failed",
            ...Array<string>(8).fill("skipped"),
        ]);
    });
});

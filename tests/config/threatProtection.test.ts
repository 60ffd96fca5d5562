import { expect } from "chai";

import { accepted, problems, toSet, warnings } from "../support/configuration";

const choices = "off, audit, enforced";

describe("The setting threatProtection", () => {
    it("is off by default, and says nothing of a price", async () => {
        expect((await accepted()).threatProtection).to.equal("off");
        expect(await warnings({})).to.deep.equal([]);
        expect(await warnings({ threatProtection: "off" })).to.deep.equal([]);
    });

    for (const threatProtection of ["audit", "enforced"]) {
        it(`may be ${threatProtection}, and says what that costs and how to go back`, async () => {
            expect((await accepted({ threatProtection })).threatProtection).to.equal(
                threatProtection,
            );
            expect(await warnings({ threatProtection })).to.deep.equal([
                "'flexai-oidc:threatProtection' needs Cognito's plan Plus: about 0.02 US dollars a month" +
                    " for each user who is active in it, from the first one. To go back to the plan" +
                    " Essentials, turn it off. Run: pulumi config set --stack prod threatProtection off",
            ]);
        });
    }

    for (const [value, remedy] of [
        ["ENFORCED", "enforced"],
        ["Audit", "audit"],
        ["enforce", "enforced"],
        ["audit ", "audit"],
        ["block", "off audit enforced"],
        ["on", "off audit enforced"],
        ["true", "off audit enforced"],
        ["", "off audit enforced"],
    ] as const) {
        it(`may not be '${value}', which leads to ${remedy}`, async () => {
            const shown = value === "" ? "" : ` value '${value}'`;
            expect(await problems({ threatProtection: value })).to.deep.equal([
                `'flexai-oidc:threatProtection'${shown} is not one of: ${choices}.` +
                    ` ${toSet("threatProtection", remedy)}`,
            ]);
        });
    }

    for (const [value, shown] of [
        ["\u0430udit", "\u0430udit"],
        ["au\u200bdit", "au\\u{200B}dit"],
    ] as const) {
        it(`refuses what only looks right, and shows ${shown}`, async () => {
            const [problem, ...others] = await problems({ threatProtection: value });
            expect(others).to.deep.equal([]);
            expect(problem).to.include(`value '${shown}' is not one of: ${choices}`);
        });
    }

    describe("with an existing pool", () => {
        const existingUserPoolId = "eu-central-1_Abc123XyZ";

        for (const threatProtection of ["audit", "enforced"]) {
            it(`is refused as ${threatProtection}, together with everything else that is the team's`, async () => {
                const refusals = await problems({
                    existingUserPoolId,
                    threatProtection,
                    mailFailureLog: true,
                    mfa: "required",
                    invitation: { subject: "flexAI" },
                });
                expect(refusals).to.have.lengthOf(4);
                expect(refusals).to.include(
                    `'flexai-oidc:threatProtection' value '${threatProtection}' is for a pool of the` +
                        " stack's own. The user pool in existingUserPoolId keeps the threat protection" +
                        " that its team sets in it. Run: pulumi config rm --stack prod threatProtection",
                );
            });
        }

        it("may be off, which is the default", async () => {
            const config = { existingUserPoolId, threatProtection: "off" };
            expect((await accepted(config)).threatProtection).to.equal("off");
        });
    });
});

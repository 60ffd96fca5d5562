import { expect } from "chai";

import type { OpenIdProviderArgs } from "../../components/openIdProvider";
import { anna, runComponent } from "../support/component";
import { inputsOf, type Run } from "../support/program";

const pool = "aws:cognito/userPool:UserPool";
const responses = "aws:cognito/riskConfiguration:RiskConfiguration";
const make = (args: Partial<OpenIdProviderArgs>) => runComponent({ users: [anna], ...args });

/** What a run registered, as strings, without the responses to risks. */
const others = ({ resources }: Run) =>
    resources
        .filter(({ type }) => type !== responses)
        .map(({ type, name, inputs }) => JSON.stringify([type, name, inputs]));

describe("Threat protection", () => {
    let off: Run;
    before(async () => {
        off = await make({ threatProtection: "off" });
    });

    it("is not stated where it was never on, and the plan is Essentials", () => {
        expect(inputsOf(off, pool).userPoolTier).to.equal("ESSENTIALS");
        expect(inputsOf(off, pool)).not.to.have.property("userPoolAddOns");
        expect(off.resources.map(({ type }) => type)).not.to.include(responses);
    });

    it("is stated as off where the deployed pool has a mode, which changes nothing else", async () => {
        const again = await make({ threatProtection: "off", hasThreatProtectionMode: true });
        expect(inputsOf(again, pool)).to.deep.equal({
            ...inputsOf(off, pool),
            userPoolAddOns: { advancedSecurityMode: "OFF" },
        });
        expect(again.resources.map(({ type }) => type)).not.to.include(responses);
    });

    for (const [threatProtection, advancedSecurityMode] of [
        ["audit", "AUDIT"],
        ["enforced", "ENFORCED"],
    ] as const) {
        it(`is ${threatProtection} on the plan Plus, whatever the deployed pool has`, async () => {
            for (const hasThreatProtectionMode of [false, true]) {
                const run = await make({ threatProtection, hasThreatProtectionMode });
                expect(inputsOf(run, pool)).to.deep.equal({
                    ...inputsOf(off, pool),
                    userPoolTier: "PLUS",
                    userPoolAddOns: { advancedSecurityMode },
                });
                expect(others(run).filter((one) => !one.includes(pool))).to.have.members(
                    others(off).filter((one) => !one.includes(pool)),
                );
            }
        });

        it(`blocks leaked passwords and the highest risk when ${threatProtection}, and leaves no level to Cognito's default`, async () => {
            const run = await make({ threatProtection });
            const userPoolId = run.resources.find(({ type }) => type === pool)?.id;
            const allow = { eventAction: "NO_ACTION", notify: false };
            expect(inputsOf(run, responses)).to.deep.equal({
                userPoolId,
                compromisedCredentialsRiskConfiguration: {
                    eventFilters: ["SIGN_IN", "PASSWORD_CHANGE", "SIGN_UP"],
                    actions: { eventAction: "BLOCK" },
                },
                accountTakeoverRiskConfiguration: {
                    actions: {
                        lowAction: allow,
                        mediumAction: allow,
                        highAction: { eventAction: "BLOCK", notify: false },
                    },
                },
            });
        });
    }
});

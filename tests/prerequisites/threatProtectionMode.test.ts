import { expect } from "chai";

import { stateToken } from "../../prerequisites/stackState";
import { inputsOf, runProgram } from "../support/program";

const type = "aws:cognito/userPool:UserPool";
const urn = `urn:pulumi:prod::flexai-oidc::flexai-oidc:index:OpenIdProvider$${type}::flexai`;
const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ";

/** The pool's add-ons in a run of the program on a stack whose state has these. */
async function addOns(userPoolAddOns: unknown, config = {}): Promise<unknown> {
    const outputs = { [urn]: { type, outputs: { arn, userPoolAddOns } } };
    const run = await runProgram("prod", config, (token) =>
        token === stateToken ? { outputs } : undefined,
    );
    expect(run.error).to.equal(undefined);
    return inputsOf(run, type).userPoolAddOns;
}

describe("The mode of threat protection in the stack's state", () => {
    for (const advancedSecurityMode of ["AUDIT", "ENFORCED", "OFF"]) {
        it(`${advancedSecurityMode} makes the program state that it is off`, async () => {
            const off = { advancedSecurityMode: "OFF" };
            expect(await addOns({ advancedSecurityMode })).to.deep.equal(off);
        });

        it(`${advancedSecurityMode} makes no difference to a mode that is configured`, async () => {
            const config = { threatProtection: "audit" };
            const audit = { advancedSecurityMode: "AUDIT" };
            expect(await addOns({ advancedSecurityMode }, config)).to.deep.equal(audit);
        });
    }

    for (const none of [undefined, null]) {
        it(`${String(none)} makes the program state none`, async () => {
            expect(await addOns(none)).to.equal(undefined);
        });
    }
});

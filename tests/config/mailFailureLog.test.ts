import { expect } from "chai";

import { accepted, problems, toSet } from "../support/configuration";

describe("The setting mailFailureLog", () => {
    it("is false by default", async () => {
        expect((await accepted()).mailFailureLog).to.equal(false);
    });

    for (const mailFailureLog of [true, false]) {
        it(`accepts ${String(mailFailureLog)}`, async () => {
            expect((await accepted({ mailFailureLog })).mailFailureLog).to.equal(mailFailureLog);
        });
    }

    for (const [value, better] of [
        ["yes", "true"],
        ["OFF", "false"],
        ["tru\u0435", "true false"],
        ["ERROR", "true false"],
        [1, "true false"],
    ] as const) {
        it(`refuses ${JSON.stringify(value)}, and leads to ${better}`, async () => {
            expect(await problems({ mailFailureLog: value })).to.deep.equal([
                `'flexai-oidc:mailFailureLog' value '${String(value)}' is neither true nor false.` +
                    ` ${toSet("mailFailureLog", better)}`,
            ]);
        });
    }

    it("shows a character that nobody can see", async () => {
        expect((await problems({ mailFailureLog: "tru\u200be" })).join()).to.include(
            "'flexai-oidc:mailFailureLog' value 'tru\\u{200B}e' is neither true nor false",
        );
    });

    for (const [value, kind] of [
        ["", "an empty string"],
        [[], "a list"],
        [{ retention: 30 }, "an object"],
    ] as const) {
        it(`refuses ${kind}, whose content is not shown`, async () => {
            expect(await problems({ mailFailureLog: value })).to.deep.equal([
                "'flexai-oidc:mailFailureLog' is neither true nor false." +
                    ` ${toSet("mailFailureLog", "true false")}`,
            ]);
        });
    }

    describe("with an existing pool", () => {
        const existingUserPoolId = "eu-central-1_Abc123XyZ";

        it("is refused together with everything else that is the team's", async () => {
            const refusals = await problems({
                existingUserPoolId,
                mailFailureLog: true,
                mfa: "required",
                invitation: { subject: "flexAI" },
            });
            expect(refusals).to.have.lengthOf(3);
            expect(refusals).to.include(
                "'flexai-oidc:mailFailureLog' value 'true' is for a pool of the stack's own. The user" +
                    " pool in existingUserPoolId keeps the log that its team sets in it." +
                    " Run: pulumi config rm --stack prod mailFailureLog",
            );
        });

        it("may be false, which is the default", async () => {
            const { mailFailureLog } = await accepted({
                existingUserPoolId,
                mailFailureLog: false,
            });
            expect(mailFailureLog).to.equal(false);
        });
    });
});

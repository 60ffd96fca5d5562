import { expect } from "chai";

import { accepted, problems, toSet } from "../support/configuration";

describe("The second factor", () => {
    it("is none by default", async () => {
        expect((await accepted()).mfa).to.equal("none");
    });

    for (const mfa of ["none", "required"]) {
        it(`may be ${mfa}`, async () => {
            expect((await accepted({ mfa })).mfa).to.equal(mfa);
        });
    }

    // With OPTIONAL, managed login never asks anybody for it.
    for (const [mfa, remedy] of [
        ["optional", "none required"],
        ["ON", "none required"],
        ["TOTP", "none required"],
        ["Required", "required"],
        ["require", "required"],
        ["", "none required"],
    ] as const) {
        it(`may not be '${mfa}'`, async () => {
            const value = mfa === "" ? "" : ` value '${mfa}'`;
            expect(await problems({ mfa })).to.deep.equal([
                `'flexai-oidc:mfa'${value} is not one of: none, required. ${toSet("mfa", remedy)}`,
            ]);
        });
    }

    it("of an existing pool is its team's, and refused together with everything else", async () => {
        const existing = { existingUserPoolId: "eu-central-1_Abc123XyZ" };
        const refusal =
            "'flexai-oidc:mfa' value 'required' is for a pool of the stack's own. The user pool in" +
            " existingUserPoolId keeps the second factor that its team sets in it." +
            " Run: pulumi config rm --stack prod mfa";
        expect(await problems({ ...existing, mfa: "required" })).to.deep.equal([refusal]);
        const others = { hostname: "", identityProviders: [] };
        expect(await problems({ ...existing, ...others, mfa: "required" }))
            .to.include(refusal)
            .and.to.have.lengthOf(3);
    });

    it("is not to be removed because of the id of a pool that is refused itself", async () => {
        const [refusal, ...others] = await problems({ existingUserPoolId: "x", mfa: "required" });
        expect(refusal).to.include("'flexai-oidc:existingUserPoolId' value 'x' is not the id");
        expect(others).to.deep.equal([]);
    });

    it("may be none with an existing pool, which is the default", async () => {
        const existingUserPoolId = "eu-central-1_Abc123XyZ";
        expect((await accepted({ existingUserPoolId, mfa: "none" })).mfa).to.equal("none");
    });
});

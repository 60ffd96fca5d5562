import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("The id of an existing user pool", () => {
    it("may be left empty, for a pool of the stack's own", async () => {
        expect((await accepted({ existingUserPoolId: "" })).existingUserPoolId).to.equal("");
    });

    for (const [id, region] of [
        ["eu-central-1_Abc123XyZ", "eu-central-1"],
        ["ap-southeast-2_000000000", "ap-southeast-2"],
    ] as const) {
        it(`may be ${id} in ${region}`, async () => {
            const config = await accepted({ existingUserPoolId: id, "aws:region": region });
            expect(config.existingUserPoolId).to.equal(id);
        });
    }

    const placeholder = "YOUR_USER_POOL_ID";
    for (const [id, better] of [
        ["Abc123XyZ", placeholder],
        ["eu-central-1", placeholder],
        ["eu-central-1_", placeholder],
        ["people", placeholder],
        [placeholder, placeholder],
        ["eu-central-1_Abc123XyZ ", "eu-central-1_Abc123XyZ"],
        ["EU-CENTRAL-1_Abc123XyZ", "eu-central-1_Abc123XyZ"],
        [
            "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ",
            "eu-central-1_Abc123XyZ",
        ],
        [
            "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
            "eu-central-1_Abc123XyZ",
        ],
    ] as const) {
        it(`is refused when it is '${id}', and led to ${better}`, async () => {
            expect(await problems({ existingUserPoolId: id })).to.deep.equal([
                `'flexai-oidc:existingUserPoolId' value '${id}' is not the id of a user pool such as` +
                    ` eu-central-1_Abc123XyZ. Run: pulumi config set --stack prod existingUserPoolId ${better}`,
            ]);
        });
    }

    it("is refused together with a region that is not its own, with the command for the region", async () => {
        expect(await problems({ existingUserPoolId: "eu-west-1_Abc123XyZ" })).to.deep.equal([
            "'aws:region' value 'eu-central-1' is not the region of the user pool to take over," +
                " eu-west-1_Abc123XyZ. Run: pulumi config set --stack prod aws:region eu-west-1",
        ]);
    });
});

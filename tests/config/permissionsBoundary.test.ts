import { expect } from "chai";

import { accepted, problems, warnings } from "../support/configuration";

const arn = "arn:aws:iam::123456789012:policy/flexai-boundary";

describe("The permissions boundary", () => {
    it("may be left empty, for none", async () => {
        expect((await accepted({ permissionsBoundary: "" })).permissionsBoundary).to.equal("");
    });

    for (const policy of [
        arn,
        "arn:aws:iam::123456789012:policy/team/audio/boundary",
        "arn:aws:iam::aws:policy/PowerUserAccess",
        "arn:aws-us-gov:iam::123456789012:policy/boundary",
    ]) {
        it(`may be ${policy}`, async () => {
            const { permissionsBoundary } = await accepted({ permissionsBoundary: policy });
            expect(permissionsBoundary).to.equal(policy);
        });
    }

    const placeholder = "ARN_OF_YOUR_POLICY";
    for (const [policy, better] of [
        ["flexai-boundary", placeholder],
        [placeholder, placeholder],
        ["arn:aws:iam::123456789012:role/flexai", placeholder],
        ["arn:aws:iam::12345678901:policy/flexai", placeholder],
        ["arn:aws:iam::123456789012:policy/", placeholder],
        [` ${arn}`, arn],
    ] as const) {
        it(`is refused when it is '${policy}', and led to ${better}`, async () => {
            expect(await problems({ permissionsBoundary: policy })).to.deep.equal([
                `'flexai-oidc:permissionsBoundary' value '${policy}' is not the ARN of an IAM policy` +
                    ` such as ${arn}. Run: pulumi config set --stack prod permissionsBoundary ${better}`,
            ]);
        });
    }

    it("is warned of when it bounds nothing", async () => {
        const permissionsBoundary = "arn:aws:iam::aws:policy/AdministratorAccess";
        expect(await warnings({ permissionsBoundary })).to.deep.equal([
            "'flexai-oidc:permissionsBoundary' allows everything, so it bounds nothing. Write the ARN of the" +
                " boundary that your company requires, or delete the setting in Pulumi.prod.yaml",
        ]);
        expect(await warnings({ permissionsBoundary: arn })).to.deep.equal([]);
    });
});

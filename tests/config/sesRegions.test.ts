import { expect } from "chai";

import { sesRegions } from "../../config/email";

describe("The regions whose SES identities a user pool can send with", () => {
    for (const [region, ...expected] of [
        ["eu-central-1", "eu-central-1", "us-east-1", "us-west-2", "eu-west-1"],
        ["eu-west-1", "eu-west-1", "us-east-1", "us-west-2"],
        ["us-east-1", "us-east-1", "us-west-2", "eu-west-1"],
        ["eu-north-1", "eu-north-1"],
        ["eu-west-3", "eu-west-3"],
        ["eu-south-1", "eu-south-1"],
        ["eu-central-2", "eu-central-1"],
        ["eu-south-2", "eu-west-3"],
        ["il-central-1", "il-central-1"],
    ] as const) {
        it(`of ${region} are ${expected.join(", ")}`, () => {
            expect(sesRegions(region)).to.deep.equal(expected);
        });
    }
});

import { expect } from "chai";

import { accountOf } from "../../components/arn";

describe("The account of an ARN", () => {
    it("is its fifth part", () => {
        const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ";
        expect(accountOf(arn)).to.equal("123456789012");
    });

    it("is empty where there is none, which matches no account in a policy", () => {
        expect(accountOf("")).to.equal("");
        expect(accountOf("arn:aws:s3")).to.equal("");
    });
});

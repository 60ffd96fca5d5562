import { expect } from "chai";

import { accountOf, isRegionalArn, nameInArn, regionOfArn } from "../../components/arn";

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

describe("An ARN of something in a region", () => {
    const identity = "arn:aws:ses:eu-central-1:123456789012:identity/anna@example.com";
    const topic = "arn:aws:sns:eu-west-1:123456789012:flexai-alarms";

    it("contains its region and its name in the service", () => {
        expect([identity, topic].map(isRegionalArn)).to.deep.equal([true, true]);
        expect([identity, topic].map(regionOfArn)).to.deep.equal(["eu-central-1", "eu-west-1"]);
        expect([identity, topic].map(nameInArn)).to.deep.equal([
            "anna@example.com",
            "flexai-alarms",
        ]);
        expect(nameInArn(`${topic}/of:colons`)).to.equal("of:colons");
    });

    for (const other of [
        "",
        "arn:aws:ses",
        identity.replace("eu-central-1", ""),
        identity.replace("123456789012", "12345"),
        identity.replace(":identity/anna@example.com", ":"),
        identity.replace("anna", "anna; rm"),
        identity.replace("anna", "an\u200bna"),
        ` ${identity}`,
        `${identity}\n`,
        identity.replace("eu-central-1", "$(id)"),
    ]) {
        it(`is not ${JSON.stringify(other)}`, () => {
            expect(isRegionalArn(other)).to.equal(false);
        });
    }
});

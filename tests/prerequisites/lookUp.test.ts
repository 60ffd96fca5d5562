import { expect } from "chai";

import { suggestedAccount } from "../../prerequisites/lookUp";

describe("The account that is suggested", () => {
    const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ";
    const caller = { accountId: "210987654321" };

    it("is the user pool's, whatever the credentials", () => {
        const suggested = { id: "123456789012", source: "user pool" };
        expect(suggestedAccount([arn], caller)).to.deep.equal(suggested);
        expect(suggestedAccount([arn], { unreadable: "ExpiredToken" })).to.deep.equal(suggested);
    });

    it("is that of the credentials where there is no pool yet, if they can be read", () => {
        const suggested = { id: "210987654321", source: "credentials" };
        expect(suggestedAccount([], caller)).to.deep.equal(suggested);
        expect(suggestedAccount([], { unreadable: "ExpiredToken" })).to.equal(undefined);
    });
});

import { expect } from "chai";

import { suggestedAccount } from "../../prerequisites/lookUp";
import { fails } from "../support/adoption";
import { run } from "../support/program";

describe("The account that is suggested", () => {
    const arn = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ";

    async function suggested(arns: readonly string[], call: () => object): Promise<unknown> {
        let found: unknown;
        await run(async () => (found = await suggestedAccount(arns)), "prod", {}, call);
        return found;
    }

    it("is the user pool's, without a look-up", async () => {
        const ofPool = { id: "123456789012", source: "user pool" };
        const look = () => expect.fail("AWS was asked");
        expect(await suggested([arn], look)).to.deep.equal(ofPool);
    });

    it("is that of the credentials where there is no pool yet, if they can be read", async () => {
        const ofCaller = { id: "210987654321", source: "credentials" };
        expect(await suggested([], () => ({ accountId: "210987654321" }))).to.deep.equal(ofCaller);
        expect(await suggested([], fails("ExpiredToken"))).to.equal(undefined);
    });
});

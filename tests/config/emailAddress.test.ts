import { expect } from "chai";

import { addressOf, identitiesFor } from "../../config/emailAddress";

describe("The identities that may send from an address", () => {
    it("are the address, its domain and the domains above, without the top one", () => {
        expect(identitiesFor("Desk@Mail.Flexai.example.com")).to.deep.equal([
            "Desk@Mail.Flexai.example.com",
            "mail.flexai.example.com",
            "flexai.example.com",
            "example.com",
        ]);
    });

    it("are those of the address alone, whatever its name says", () => {
        for (const from of [
            "flexai@example.com",
            "flexAI <flexai@example.com>",
            '"a@b.example, c" <flexai@example.com>',
        ]) {
            expect(addressOf(from)).to.equal("flexai@example.com");
        }
    });
});

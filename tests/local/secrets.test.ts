import { expect } from "chai";

import { randomSecret, sameSecret } from "../../local/secrets";

describe("npm start's secrets", () => {
    it("are 256 bits that differ each time", () => {
        expect(randomSecret()).to.match(/^[\w-]{43}$/);
        expect(randomSecret()).not.to.equal(randomSecret());
    });

    it("are compared whatever their lengths", () => {
        expect(sameSecret("a", "a")).to.equal(true);
        expect(sameSecret("a", "b")).to.equal(false);
        expect(sameSecret("a", "ab")).to.equal(false);
        expect(sameSecret("", "a")).to.equal(false);
    });
});

import { createHmac } from "node:crypto";

import { expect } from "chai";

import { SoftwareToken } from "../../local/provider/softwareToken";

const step = 30_000;

/** The code of a Base32 secret by RFC 6238, with the algorithm that Cognito has. */
function codeOf(secret: string, time: number): string {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const bits = Array.from(secret, (char) => alphabet.indexOf(char).toString(2).padStart(5, "0"));
    const bytes = bits.join("").match(/.{8}/g) ?? [];
    const key = Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(time / step)));
    const hash = createHmac("sha1", key).update(counter).digest();
    const truncated = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff;
    return String(truncated % 1_000_000).padStart(6, "0");
}

describe("An authenticator app", () => {
    let now: number;
    let authenticator: SoftwareToken;
    beforeEach(() => {
        now = 1_111_111_109_000;
        authenticator = new SoftwareToken("anna", () => now);
    });
    const codeAt = (steps: number) => codeOf(authenticator.secret, now + steps * step);

    it("is computed here as in RFC 6238's own examples, cut to six digits", () => {
        // The RFC's key, 12345678901234567890, in Base32.
        const key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        expect(codeOf(key, 59_000)).to.equal("287082");
        expect(codeOf(key, 1_111_111_109_000)).to.equal("081804");
        expect(codeOf(key, 20_000_000_000_000)).to.equal("353130");
    });

    it("has a secret of its own, of 256 bits as at Cognito", () => {
        expect(authenticator.secret).to.match(/^[A-Z2-7]{52}$/);
        expect(new SoftwareToken("anna").secret).not.to.equal(authenticator.secret);
    });

    it("has an address that apps read, with the secret, the algorithm and the account", () => {
        const address = new URL(authenticator.address);
        expect(address.protocol + "//" + address.host).to.equal("otpauth://totp");
        expect(decodeURIComponent(address.pathname)).to.equal("/flexAI try-out:anna");
        expect(Object.fromEntries(address.searchParams)).to.deep.equal({
            issuer: "flexAI try-out",
            secret: authenticator.secret,
            algorithm: "SHA1",
            digits: "6",
            period: "30",
        });
    });

    for (const [steps, verdict] of [
        [-2, "wrong"],
        [-1, "right"],
        [0, "right"],
        [1, "right"],
        [2, "wrong"],
    ] as const) {
        it(`that is off by ${String(steps)} steps is ${verdict}`, () => {
            expect(authenticator.check(codeAt(steps))).to.equal(verdict);
        });
    }

    for (const code of ["", "12345", "1234567", "abcdef", "000 000"]) {
        it(`never shows '${code}'`, () => {
            expect(authenticator.check(code)).to.equal("wrong");
        });
    }

    it("has no code that is right twice, nor one older than the last that was right", () => {
        expect(authenticator.check(codeAt(0))).to.equal("right");
        expect(authenticator.check(codeAt(0))).to.equal("used");
        expect(authenticator.check(codeAt(-1))).to.equal("used");
        expect(authenticator.check(codeAt(1))).to.equal("right");
    });

    it("shows the present code, the next one once that is used, and then none until time passes", () => {
        expect(authenticator.code()).to.equal(codeAt(0));
        authenticator.check(codeAt(0));
        expect(authenticator.code()).to.equal(codeAt(1));
        authenticator.check(codeAt(1));
        expect(authenticator.code()).to.equal(undefined);
        now += step;
        expect(authenticator.code()).to.equal(codeAt(1));
    });
});

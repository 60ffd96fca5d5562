import { expect } from "chai";

import { Lockout } from "../../local/provider/lockout";

describe("The lockout after wrong codes", () => {
    let now: number;
    let lockout: Lockout;
    const fail = (times: number) => {
        for (let time = 0; time < times; time++) lockout.fail();
    };
    const passSeconds = (seconds: number) => (now += seconds * 1000);
    beforeEach(() => {
        now = 1_000_000_000;
        lockout = new Lockout(() => now);
    });

    it("begins with the fifth wrong code", () => {
        fail(4);
        expect(lockout.secondsLeft()).to.equal(0);
        fail(1);
        expect(lockout.secondsLeft()).to.equal(1);
        passSeconds(1);
        expect(lockout.secondsLeft()).to.equal(0);
    });

    it("lasts twice as long after each further one, up to 15 minutes", () => {
        fail(4);
        const lasts = Array.from({ length: 12 }, () => {
            fail(1);
            const seconds = lockout.secondsLeft();
            passSeconds(seconds);
            return seconds;
        });
        expect(lasts).to.deep.equal([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    });

    it("is over with a right code", () => {
        fail(7);
        lockout.reset();
        expect(lockout.secondsLeft()).to.equal(0);
        fail(4);
        expect(lockout.secondsLeft()).to.equal(0);
    });

    it("begins again after 15 minutes without a wrong code", () => {
        fail(5);
        passSeconds(1 + 899);
        fail(1);
        expect(lockout.secondsLeft()).to.equal(2);
        passSeconds(2 + 900);
        fail(4);
        expect(lockout.secondsLeft()).to.equal(0);
    });
});

import { expect } from "chai";

import { hostileImages, millisecondsToCheck } from "../support/hostileImages";

/** Too short for a machine to measure well, and for a person to notice. */
const noise = 5;

describe("The time to check an image grows in proportion to its size:", () => {
    for (const [what, make] of Object.entries(hostileImages)) {
        it(what, () => {
            const [small, large] = [make(25_000), make(100_000)];
            expect(large.length / small.length).to.be.within(3.8, 4.4);
            // Memory that is collected meanwhile counts as well, so two of three may take longer.
            const ratios: number[] = [];
            while (ratios.length < 3 && !ratios.some((ratio) => ratio < 8)) {
                ratios.push(
                    millisecondsToCheck(large) / Math.max(millisecondsToCheck(small), noise),
                );
            }
            expect(Math.min(...ratios)).to.be.below(8);
        });
    }
});

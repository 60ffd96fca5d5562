import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("The setting logRetentionDays", () => {
    for (const days of [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
        3288, 3653,
    ]) {
        it(`accepts ${String(days)}`, async () => {
            expect((await accepted({ logRetentionDays: days })).logRetentionDays).to.equal(days);
        });
    }

    for (const [days, better] of [
        [13, "14"],
        [366, "400"],
        [1.5, "3"],
        [0, "DAYS"],
        [-1, "DAYS"],
        [3654, "DAYS"],
        ["never", "DAYS"],
    ] as const) {
        it(`is refused when it is ${String(days)}, and led to ${better}`, async () => {
            expect(await problems({ logRetentionDays: days })).to.deep.equal([
                `'flexai-oidc:logRetentionDays' value '${String(days)}' is not one of CloudWatch's periods` +
                    " in days: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096," +
                    ` 1827, 2192, 2557, 2922, 3288, 3653. Run: pulumi config set --stack prod logRetentionDays ${better}`,
            ]);
        });
    }
});

import { expect } from "chai";

import { accepted, problems, toSet } from "../support/configuration";

describe("The setting deletionProtection", () => {
    for (const value of [true, false]) {
        it(`accepts ${String(value)}`, async () => {
            const { deletionProtection } = await accepted({ deletionProtection: value });
            expect(deletionProtection).to.equal(value);
        });
    }

    for (const [value, better] of [
        ["off", "false"],
        ["yes", "true"],
        ["perhaps", "true false"],
    ] as const) {
        it(`is refused when it is '${value}', and led to ${better}`, async () => {
            const found = await problems({ deletionProtection: value });
            expect(found).to.deep.equal([
                `'flexai-oidc:deletionProtection' value '${value}' is neither true nor false.` +
                    ` ${toSet("deletionProtection", better)}`,
            ]);
        });
    }
});

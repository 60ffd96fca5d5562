import { expect } from "chai";

import { accepted, problems, toSet } from "../support/configuration";

describe("The setting rolesClaim", () => {
    for (const rolesClaim of ["https://flexai.de/roles", "roles"]) {
        it(`accepts ${rolesClaim}, which flexAI reads`, async () => {
            expect((await accepted({ rolesClaim })).rolesClaim).to.equal(rolesClaim);
        });
    }

    for (const [claim, better] of [
        ["https://flexai.de/roles/", "https://flexai.de/roles"],
        ["http://flexai.de/roles", "https://flexai.de/roles"],
        ["Roles", "roles"],
        ["role", "roles"],
        ["groups", "https://flexai.de/roles roles"],
        ["sub", "https://flexai.de/roles roles"],
        ["ONE_OF_THESE", "https://flexai.de/roles roles"],
    ] as const) {
        it(`T15: is refused when it is ${claim}, which flexAI does not read`, async () => {
            expect(await problems({ rolesClaim: claim })).to.deep.equal([
                `'flexai-oidc:rolesClaim' value '${claim}' is not one of: https://flexai.de/roles,` +
                    ` roles. ${toSet("rolesClaim", better)}`,
            ]);
        });
    }
});

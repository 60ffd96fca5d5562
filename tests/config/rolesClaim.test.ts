import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

describe("The setting rolesClaim", () => {
    for (const rolesClaim of ["https://flexai.de/roles", "roles"]) {
        it(`takes ${rolesClaim}, which flexAI reads`, async () => {
            expect((await accepted({ rolesClaim })).rolesClaim).to.equal(rolesClaim);
        });
    }

    for (const claim of [
        "https://flexai.de/roles/",
        "http://flexai.de/roles",
        "Roles",
        "groups",
        "sub",
    ]) {
        it(`T15: is refused when it is ${claim}, which flexAI does not read`, async () => {
            expect(await problems({ rolesClaim: claim })).to.deep.equal([
                `'flexai-oidc:rolesClaim' value '${claim}' is no claim that flexAI reads, which are` +
                    " https://flexai.de/roles and roles." +
                    " Run: pulumi config set rolesClaim https://flexai.de/roles",
            ]);
        });
    }
});

import { expect } from "chai";

import { admission } from "../../flexai/admission";

describe("flexAI's rule for users", () => {
    const claim = "https://flexai.de/roles";
    const nameless = "The ID token has no preferred_username.";
    const roleless =
        "You have none of the roles flexai-manager, flexai-editor, flexai-user" +
        " (claim https://flexai.de/roles).";

    it("admits a user with a name and one of flexAI's roles, and ignores other roles", () => {
        const claims = {
            preferred_username: "Anna",
            [claim]: ["admin", "flexai-user", "flexai-manager"],
        };
        expect(admission(claims, claim)).to.deep.equal({
            name: "Anna",
            roles: ["flexai-user", "flexai-manager"],
            refusals: [],
        });
    });

    for (const [what, roles] of [
        ["none", undefined],
        ["an empty list", []],
        ["roles of another application", ["admin", "Flexai-User"]],
        ["a role that is not a list", "flexai-manager"],
        ["a list of lists", [["flexai-manager"]]],
    ] as const) {
        it(`refuses who has ${what} in the claim`, () => {
            const { roles: granted, refusals } = admission(
                { preferred_username: "Anna", [claim]: roles, roles: ["flexai-user"] },
                claim,
            );
            expect([granted, refusals]).to.deep.equal([[], [roleless]]);
        });
    }

    for (const name of [undefined, "", 1, ["Anna"]]) {
        it(`refuses who is called ${JSON.stringify({ name })}`, () => {
            const claims = { preferred_username: name, [claim]: ["flexai-user"] };
            expect(admission(claims, claim)).to.deep.equal({
                name: undefined,
                roles: ["flexai-user"],
                refusals: [nameless],
            });
        });
    }

    it("says both at once", () => {
        expect(admission({}, claim).refusals).to.deep.equal([nameless, roleless]);
    });
});

import { expect } from "chai";

import { readCustomization } from "../../local/provider/customization";
import { TriggerError } from "../../local/trigger/trigger";

describe("What a trigger returns", () => {
    const details = (claimsAndScopeOverrideDetails: unknown) => ({
        response: { claimsAndScopeOverrideDetails },
    });
    const malformed: Readonly<Record<string, unknown>> = {
        nothing: null,
        "a string": "flexai-manager",
        "a list": [{ response: null }],
        "no response": {},
        "a response that is a string": { response: "flexai-manager" },
        "claims in a list": details({
            idTokenGeneration: { claimsToAddOrOverride: ["flexai-manager"] },
        }),
        "a group that is not a list": details({
            groupOverrideDetails: { groupsToOverride: "flexai-manager" },
        }),
        "a group that is not a string": details({
            groupOverrideDetails: { groupsToOverride: [1] },
        }),
        "scopes that are not a list": details({ accessTokenGeneration: { scopesToAdd: "admin" } }),
    };
    for (const [what, returned] of Object.entries(malformed)) {
        it(`is refused when it is ${what}`, () => {
            expect(() => readCustomization(returned, [])).to.throw(
                TriggerError,
                /^Unrecognizable lambda output$/,
            );
        });
    }

    it("leaves the groups alone when it is no change", () => {
        expect(readCustomization({ response: null }, ["flexai-user"])).to.deep.equal({
            groups: ["flexai-user"],
            idToken: { add: {}, suppress: [] },
            accessToken: { add: {}, suppress: [] },
            scopesToAdd: [],
            scopesToSuppress: [],
        });
    });
});

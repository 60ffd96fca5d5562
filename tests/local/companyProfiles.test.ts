import { expect } from "chai";

import type { RegisteredCompany } from "../../local/program/registeredCompany";
import { CompanyProfiles } from "../../local/provider/companyProfiles";

const company: RegisteredCompany = {
    name: "Contoso",
    clientId: "flexai",
    clientSecret: "secret",
    scope: "openid",
    claims: { email: "mail", "custom:flexai_groups": "groups" },
};
const pool = {
    id: "eu-central-1_pool",
    caseSensitive: false,
    attributeRules: [
        { name: "email", required: true, longest: 2048 },
        { name: "custom:flexai_groups", required: false, longest: 2048 },
    ],
};
const claims = (groups?: unknown) => ({ sub: "A1", mail: "ida@example.com", groups });

describe("What a pool holds of a company's people", () => {
    const attributesAfter = (...signIns: unknown[]) => {
        const profiles = new CompanyProfiles(company, pool);
        for (const groups of signIns) profiles.update(claims(groups));
        return profiles.all.map(({ attributes }) => attributes["custom:flexai_groups"]);
    };

    const forms: [string, unknown, string | undefined][] = [
        ["a list", ["Audio, Team", "é"], '["Audio, Team","é"]'],
        ["a list of one", ["Audio"], '["Audio"]'],
        ["a string", "Audio", "Audio"],
        ["a number", 7, "7"],
        ["an empty list", [], "[]"],
        ["no claim", undefined, undefined],
        ["null", null, undefined],
    ];
    for (const [what, claim, expected] of forms) {
        it(`is ${String(expected)} for ${what}`, () => {
            expect(attributesAfter(claim)).to.deep.equal([expected]);
        });
    }

    it("is the latest value, which a missing claim leaves alone", () => {
        expect(attributesAfter(["a"], ["b"])).to.deep.equal(['["b"]']);
        expect(attributesAfter(["a"], undefined)).to.deep.equal(['["a"]']);
        expect(attributesAfter(["a"], [])).to.deep.equal(["[]"]);
    });

    it("is known with what the claim was at the last sign-in, of the company's people alone", () => {
        const profiles = new CompanyProfiles(company, pool);
        const received = (groups?: unknown) =>
            profiles.receivedGroups(profiles.update(claims(groups)).sub);
        const names = { company: "Contoso", claim: "groups" };
        expect(received()).to.deep.equal({ ...names, sent: undefined, kept: undefined });
        expect(received(["a"])).to.deep.equal({ ...names, sent: '["a"]', kept: '["a"]' });
        expect(received()).to.deep.equal({ ...names, sent: undefined, kept: '["a"]' });
        expect(profiles.receivedGroups("another")).to.equal(undefined);
    });

    it("has at most 2,048 characters of groups", () => {
        expect(attributesAfter("g".repeat(2048))).to.deep.equal(["g".repeat(2048)]);
        expect(() => attributesAfter("g".repeat(2049))).to.throw(
            "Invalid user attributes: custom:flexai_groups: String must be no longer than 2048 characters",
        );
    });

    it("needs a required attribute at each sign-in, and keeps what it had", () => {
        const profiles = new CompanyProfiles(company, pool);
        const first = profiles.update(claims(["a"]));
        expect(() => profiles.update({ ...claims(["b"]), mail: undefined })).to.throw(
            "Invalid user attributes: email: The attribute is required",
        );
        expect(profiles.all).to.deep.equal([first]);
        expect(first.attributes["custom:flexai_groups"]).to.equal('["a"]');
    });

    it("has the provider and the company's id as username, in lower case if case does not count", () => {
        const usernames = [false, true].map(
            (caseSensitive) =>
                new CompanyProfiles(company, { ...pool, caseSensitive }).update(claims()).username,
        );
        expect(usernames).to.deep.equal(["contoso_a1", "Contoso_A1"]);
    });

    it("says that they come from the company and nowhere else", () => {
        const { attributes } = new CompanyProfiles(company, pool).update(claims());
        expect(attributes["cognito:user_status"]).to.equal("EXTERNAL_PROVIDER");
        const [identity, ...others] = JSON.parse(attributes.identities ?? "") as object[];
        expect(identity).to.include({
            userId: "A1",
            providerName: "Contoso",
            providerType: "OIDC",
            issuer: null,
            primary: true,
        });
        expect(others).to.deep.equal([]);
    });
});

import { expect } from "chai";

import { accepted, problems } from "../support/configuration";

const existing = { existingUserPoolId: "eu-central-1_Abc123XyZ" };
const identityProviders = async (names: unknown, others: object = existing) =>
    (await accepted({ ...others, identityProviders: names })).identityProviders;

describe("The identity providers of the sign-in page", () => {
    for (const [title, names, others] of [
        ["may be those of a pool that exists", ["COGNITO", "Studio", "Login with X"], existing],
        ["may leave out the pool's own users", ["Studio"], existing],
        ["may be 32 characters long", ["x".repeat(32)], existing],
        ["are the own users of a pool of the stack's own", ["COGNITO"], {}],
    ] as const) {
        it(title, async () => {
            expect(await identityProviders(names, others)).to.deep.equal(names);
        });
    }

    for (const [title, names, problem] of [
        [
            "one that is too long",
            ["COGNITO", "x".repeat(33)],
            `[1]' value '${"x".repeat(33)}' is not the name of an identity provider: 1 to 32 characters.` +
                " Write such a name in Pulumi.prod.yaml",
        ],
        [
            "one that is blank",
            [" "],
            "[0]' value ' ' is not the name of an identity provider: 1 to 32 characters. Write such a" +
                " name in Pulumi.prod.yaml",
        ],
        [
            "none at all",
            [],
            "' is an empty list, so nobody could sign in. Default: COGNITO. Run: pulumi config rm --stack prod" +
                " identityProviders",
        ],
    ] as const) {
        it(`may not be ${title}`, async () => {
            expect(await problems({ ...existing, identityProviders: names })).to.deep.equal([
                `'flexai-oidc:identityProviders${problem}`,
            ]);
        });
    }

    it("may not be others than COGNITO in a pool of the stack's own", async () => {
        expect(await problems({ identityProviders: ["COGNITO", "Studio"] })).to.deep.equal([
            "'flexai-oidc:identityProviders' contains identity providers, which only a user pool has that is" +
                " taken over by 'existingUserPoolId'; in a pool of the stack's own, 'companyLogin' is for the" +
                " company's accounts. Delete 'identityProviders', or before the first deployment set" +
                " 'existingUserPoolId' in Pulumi.prod.yaml",
        ]);
    });
});

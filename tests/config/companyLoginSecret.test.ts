import { expect } from "chai";

import { problems, warnings } from "../support/configuration";
import type { Overrides } from "../support/program";

const secret = { companyLoginSecret: { secure: "v1:abc" } };
const oidc = { name: "Contoso", issuer: "https://login.contoso.example/v2.0", clientId: "flexai" };
const provided = (others: object, settings: Overrides = {}) => ({
    companyLogin: { ...oidc, ...others },
    ...secret,
    ...settings,
});
const at = (field: string) => `'flexai-oidc:companyLogin.${field}'`;

describe("The setting companyLoginSecret", () => {
    const enter = "Run: pulumi config set --stack prod --secret companyLoginSecret";

    it("is needed with a provider", async () => {
        expect(await problems({ companyLogin: oidc })).to.deep.equal([
            "'flexai-oidc:companyLoginSecret' is missing: the secret of the client that the company" +
                ` registered. ${enter}`,
        ]);
    });

    it("T18: is refused in clear, without its value, and a new one is asked for", async () => {
        expect(await problems({ companyLogin: oidc, companyLoginSecret: "S3CRET" })).to.deep.equal([
            "'flexai-oidc:companyLoginSecret' is readable in the stack's file, so it is not a secret" +
                ` any more. Ask the company for another one. ${enter}`,
        ]);
    });

    for (const companyLogin of [{}, { name: "Contoso" }]) {
        it(`is refused with ${JSON.stringify(companyLogin)}, which has no provider`, async () => {
            expect(await problems({ companyLogin, ...secret })).to.deep.equal([
                "'flexai-oidc:companyLoginSecret' belongs to a provider, and companyLogin has no" +
                    " issuer. Run: pulumi config rm --stack prod companyLoginSecret",
            ]);
        });
    }
});

describe("Other settings with a company's login", () => {
    it("refuse the highest role for the whole company", async () => {
        const [problem, ...others] = await problems(
            provided({}, { defaultRoles: ["flexai-manager"] }),
        );
        expect(problem).to.equal(
            "'flexai-oidc:defaultRoles' contains 'flexai-manager', the highest role, which everybody in the" +
                " company would hold. Delete 'flexai-manager' from the list in Pulumi.prod.yaml",
        );
        expect(others).to.deep.equal([]);
    });

    it("warn of other roles for the whole company", async () => {
        const lines = await warnings(provided({}, { defaultRoles: ["flexai-user"] }));
        expect(lines).to.have.lengthOf(1);
        expect(lines[0]).to.include("held by everybody whom the company's provider lets in");
    });

    const anna = { username: "anna", email: "anna@example.com", roles: ["flexai-manager"] };

    it("warn of a second factor that only makes useless", async () => {
        const mfa = { users: [anna], mfa: "required" };
        expect(await warnings(provided({ only: true }, mfa))).to.deep.equal([
            `${at("only")} makes 'mfa' ask nobody: a second factor is then the company's to ask for.` +
                " Run: pulumi config set --stack prod --path companyLogin.only false",
        ]);
        expect(await warnings(provided({}, mfa))).to.deep.equal([]);
    });

    it("warn of only without a manager for the day on which the company's provider is down", async () => {
        const withUsers = (only: boolean, ...users: object[]) =>
            warnings(provided({ only }, { users }));
        const editor = { ...anna, roles: ["flexai-editor"] };
        for (const users of [[], [editor], [{ ...anna, enabled: false }]]) {
            expect(await withUsers(true, ...users)).to.deep.equal([
                `${at("only")} lets nobody in while the company's provider is down, and 'users' has no` +
                    " flexai-manager who could sign in by password once it is false." +
                    " Add one in Pulumi.prod.yaml",
            ]);
        }
        expect(
            await withUsers(true, editor, {
                ...anna,
                username: "ben",
                email: "b@example.com",
                preferredUsername: "Ben",
            }),
        ).to.deep.equal([]);
        expect(await withUsers(false)).to.deep.equal([]);
    });

    it("exclude a pool that is taken over, whose providers are its team's", async () => {
        const [problem] = await problems(
            provided({}, { existingUserPoolId: "eu-central-1_Abc123XyZ" }),
        );
        expect(problem).to.include("'flexai-oidc:companyLogin' is for a pool of the stack's own");
    });
});

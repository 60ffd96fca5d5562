import { expect } from "chai";

import type { Overrides } from "../support/program";
import { accepted, problems, warnings } from "../support/configuration";

const secret = { companyLoginSecret: { secure: "v1:abc" } };
const oidc = { name: "Contoso", issuer: "https://login.contoso.example/v2.0", clientId: "flexai" };
const named = (others: object) => ({ companyLogin: { name: "Contoso", ...others } });
const provided = (others: object, settings: Overrides = {}) => ({
    companyLogin: { ...oidc, ...others },
    ...secret,
    ...settings,
});
const set = (field: string, value: string) =>
    `Run: pulumi config set --stack prod --path ${field} ${value}`;
const at = (field: string) => `'flexai-oidc:companyLogin.${field}'`;
const ownRoles = {
    "flexai-manager": ["flexai-manager"],
    "flexai-editor": ["flexai-editor"],
    "flexai-user": ["flexai-user"],
};

describe("The setting companyLogin", () => {
    it("is none by default", async () => {
        expect(await accepted({ companyLogin: {} })).not.to.have.property("companyLogin");
    });

    it("may be a name alone, before the company has registered flexAI", async () => {
        expect((await accepted(named({}))).companyLogin).to.deep.equal({
            name: "Contoso",
            grants: ownRoles,
            only: false,
        });
    });

    it("has OIDC's claims by default, and groups that are named as the roles", async () => {
        const { provider, grants } = (await accepted(provided({}))).companyLogin ?? {};
        expect(provider).to.deep.equal({
            issuer: "https://login.contoso.example/v2.0",
            clientId: "flexai",
            clientSecret: "sample-1",
            claims: { email: "email", preferredUsername: "preferred_username", groups: "groups" },
        });
        expect(grants).to.deep.equal(ownRoles);
    });

    it("passes on claims, and roles by the groups that grant them", async () => {
        const roles = {
            "flexai-manager": ["Broadcast-Admins"],
            "flexai-editor": ["Audio, Team", "Broadcast-Admins", "Größe 😀", "constructor"],
        };
        const claims = { emailClaim: "upn", preferredUsernameClaim: "name", groupsClaim: "roles" };
        const login = (await accepted(provided({ ...claims, roles, only: "true" }))).companyLogin;
        expect(login?.provider?.claims).to.deep.equal({
            email: "upn",
            preferredUsername: "name",
            groups: "roles",
        });
        expect(login?.only).to.equal(true);
        expect(login?.grants).to.deep.equal({
            "Broadcast-Admins": ["flexai-manager", "flexai-editor"],
            "Audio, Team": ["flexai-editor"],
            "Größe 😀": ["flexai-editor"],
            constructor: ["flexai-editor"],
        });
    });

    for (const [name, correction] of [
        ["Contoso Ltd", "Contoso-Ltd"],
        ["contoso_de", "contoso-de"],
        ["ab", "'NAME OF YOUR COMPANY'"],
        ["a".repeat(33), "'NAME OF YOUR COMPANY'"],
        ["Müller", "'NAME OF YOUR COMPANY'"],
        ["cognito", "'NAME OF YOUR COMPANY'"],
        ["Google", "'NAME OF YOUR COMPANY'"],
        ["SignInWithApple", "'NAME OF YOUR COMPANY'"],
    ] as const) {
        it(`refuses the name '${name}'`, async () => {
            const [problem, ...others] = await problems(named({ name }));
            expect(problem).to.match(new RegExp(`^${at("name")} value '.*' is not a name for the`));
            expect(problem?.replace("--type string ", "")).to.include(
                set("companyLogin.name", correction),
            );
            expect(others).to.deep.equal([]);
        });
    }

    it("needs a name", async () => {
        const [problem] = await problems(provided({ name: undefined }));
        expect(problem).to.match(new RegExp(`^${at("name")} is missing: a name for the company`));
    });

    for (const [issuer, correction] of [
        ["https://login.contoso.example/v2.0/", "https://login.contoso.example/v2.0"],
        [
            "https://login.contoso.example/.well-known/openid-configuration",
            "https://login.contoso.example",
        ],
        ["https://login.contoso.example:443/x/", "https://login.contoso.example/x"],
        ["http://login.contoso.example", "https://login.contoso.example"],
        ["http://login.contoso.example:8080", "YOUR_ISSUER"],
        ["https://login.contoso.example:8443", "YOUR_ISSUER"],
        ["https://login.contoso.example/?a=b", "YOUR_ISSUER"],
        ["https://login.contoso.example/#a", "YOUR_ISSUER"],
        ["login.contoso.example", "https://login.contoso.example"],
        ["YOUR_ISSUER", "YOUR_ISSUER"],
    ] as const) {
        it(`refuses the issuer '${issuer}'`, async () => {
            const [problem, ...others] = await problems(provided({ issuer }));
            expect(problem).to.include(`${at("issuer")} value '${issuer}' is not the issuer`);
            expect(problem?.replace("--type string ", "")).to.include(
                set("companyLogin.issuer", correction),
            );
            expect(others).to.deep.equal([]);
        });
    }

    for (const tenant of [
        "common",
        "organizations",
        "consumers",
        "contoso.com",
        "YOUR_TENANT_ID",
    ]) {
        it(`refuses Microsoft's issuer of '${tenant}', which is not one tenant's id`, async () => {
            const issuer = `https://login.microsoftonline.com/${tenant}/v2.0`;
            const [problem, ...others] = await problems(provided({ issuer }));
            expect(problem).to.include("does not name one tenant by its id");
            expect(problem).to.include("Use your tenant's id");
            expect(problem).to.include("https://login.microsoftonline.com/YOUR_TENANT_ID/v2.0");
            expect(others).to.deep.equal([]);
        });
    }

    it("accepts Microsoft's issuer of a tenant, and asks which of its two claims is meant", async () => {
        const issuer =
            "https://login.microsoftonline.com/0f8c3c6e-1234-5678-9abc-def012345678/v2.0";
        expect(await warnings(provided({ issuer }))).to.deep.equal([
            `${at("groupsClaim")} is not set: Entra ID sends app roles by name in 'roles', and groups by id` +
                " in 'groups'. Run one of these:" +
                " pulumi config set --stack prod --path companyLogin.groupsClaim roles" +
                " pulumi config set --stack prod --path companyLogin.groupsClaim groups",
        ]);
        for (const groupsClaim of ["roles", "groups"]) {
            expect(await warnings(provided({ issuer, groupsClaim }))).to.deep.equal([]);
        }
        expect(await warnings(provided({}))).to.deep.equal([]);
    });

    it("needs issuer and client id together, and reports all that is wrong at once", async () => {
        const lone = async (companyLogin: object) =>
            (await problems({ companyLogin, ...secret })).map((problem) => problem.split(":")[1]);
        expect(await lone({ name: "Contoso", issuer: oidc.issuer })).to.deep.equal([
            "companyLogin.clientId' is missing",
        ]);
        expect(await lone({ clientId: "flexai" })).to.deep.equal([
            "companyLogin.issuer' is missing",
            "companyLogin.name' is missing",
        ]);
    });

    it("refuses an unknown field without its value", async () => {
        const [problem, ...others] = await problems(named({ isuer: "S3CRET" }));
        expect(problem).to.include(`${at("isuer")} is not a field of a company's login`);
        expect(problem).to.include("Did you mean 'issuer'?");
        expect(problem).not.to.include("S3CRET");
        expect(others).to.deep.equal([]);
    });

    it("refuses only without a provider, by which alone anybody could sign in", async () => {
        expect(await problems(named({ only: true }))).to.deep.equal([
            `${at("only")} value 'true' needs the company's provider, without which nobody could sign in.` +
                " Run: pulumi config set --stack prod --path --type string companyLogin.issuer YOUR_ISSUER",
        ]);
    });

    for (const value of ["my client", "", "a".repeat(256)]) {
        it(`refuses the client id ${JSON.stringify(value).slice(0, 20)}`, async () => {
            const [problem, ...others] = await problems(provided({ clientId: value }));
            expect(problem).to.match(
                new RegExp(`^${at("clientId")} .*the id of the client that the company`),
            );
            expect(others).to.deep.equal([]);
        });
    }

    for (const claim of ["my groups", " groups", "groups ", ""]) {
        it(`refuses the claim '${claim}'`, async () => {
            const [problem, ...others] = await problems(provided({ groupsClaim: claim }));
            expect(problem).to.match(
                new RegExp(`^${at("groupsClaim")} .*the name of a claim such as groups`),
            );
            expect(others).to.deep.equal([]);
        });
    }
});

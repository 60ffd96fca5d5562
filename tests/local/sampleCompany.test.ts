import { expect } from "chai";

import type { ProjectConfig } from "../../local/program/projectConfig";
import { companyGroups, withCompany } from "../../local/program/sampleCompany";

const secret = "flexai-oidc:companyLoginSecret";

function configured(companyLogin: unknown, companyLoginSecret = ""): ProjectConfig {
    return {
        project: "flexai-oidc",
        config: {
            "flexai-oidc:companyLogin": JSON.stringify(companyLogin),
            [secret]: companyLoginSecret,
        },
        encrypted: [],
    };
}

const none = { config: {}, company: undefined };

describe("A company's login in a try-out", () => {
    it("gets a provider if it has none, with an encrypted secret", () => {
        const { config, encrypted } = withCompany(
            configured({ name: "Contoso", only: true }),
            none,
        );
        expect(JSON.parse(config["flexai-oidc:companyLogin"] ?? "")).to.deep.equal({
            name: "Contoso",
            only: true,
            issuer: "https://company.invalid",
            clientId: "flexai",
        });
        expect(config[secret]).to.match(/^[\w-]{43}$/);
        expect(encrypted).to.deep.equal([secret]);
    });

    it("gets an issuer alone with a provider of one's own", () => {
        const given = configured({ name: "Contoso", clientId: "a" }, "given");
        const company = "http://127.0.0.1:8080/realms/a";
        const { config, encrypted } = withCompany(given, { ...none, company });
        expect(JSON.parse(config["flexai-oidc:companyLogin"] ?? "")).to.deep.equal({
            name: "Contoso",
            clientId: "a",
            issuer: "https://company.invalid",
        });
        expect(config[secret]).to.equal("given");
        expect(encrypted).to.deep.equal([]);
    });

    const asItIs: [string, ProjectConfig][] = [
        ["nobody asked for it", configured({})],
        ["it has an issuer", configured({ name: "Contoso", issuer: "https://a.example" })],
        ["it has a client id", configured({ name: "Contoso", clientId: "a" })],
        ["there is a secret", configured({ name: "Contoso" }, "readable")],
        ["it is not an object", configured("Contoso")],
    ];
    for (const [why, given] of asItIs) {
        it(`is left to the program's checks if ${why}`, () => {
            expect(withCompany(given, none)).to.deep.equal(given);
        });
    }

    it("is left to them if it is not JSON", () => {
        const given = configured({});
        const broken = { ...given, config: { "flexai-oidc:companyLogin": "{" } };
        expect(withCompany(broken, none)).to.deep.equal(broken);
    });

    for (const name of ["companyLoginSecret", secret]) {
        it(`has an encrypted secret if that is given by --config ${name}`, () => {
            const given = configured({ name: "Contoso", clientId: "a" }, "given");
            const { config, encrypted } = withCompany(given, {
                ...none,
                config: { [name]: "given" },
            });
            expect(config).to.deep.equal(given.config);
            expect(encrypted).to.deep.equal([secret]);
        });
    }

    it("is what a given secret belongs to, which is encrypted although there is none", () => {
        const given = configured({}, "given");
        const config = { companyLoginSecret: "given" };
        const { encrypted } = withCompany(given, { ...none, config });
        expect(encrypted).to.deep.equal([secret]);
    });

    it("is needed with a provider of one's own", () => {
        const company = "http://127.0.0.1:8080/realms/a";
        const given = { company, config: { companyLoginSecret: "given" } };
        expect(() => withCompany(configured({}, "given"), given)).to.throw(
            "--company needs a company's login, with the client that the\n" +
                "provider has registered. Run, with your other options:\n" +
                `  npm start -- --company ${company}` +
                " --config 'companyLogin={ name: NAME OF YOUR COMPANY, clientId: YOUR CLIENT ID }'" +
                " --config companyLoginSecret=SECRET",
        );
    });

    it("has the groups that are configured, or groups named as the roles", () => {
        const roles = { manager: ["Admins"] };
        expect(companyGroups(configured({ roles }), ["manager", "editor"])).to.deep.equal(roles);
        expect(companyGroups(configured({}), ["manager", "editor"])).to.deep.equal({
            manager: ["manager"],
            editor: ["editor"],
        });
    });
});

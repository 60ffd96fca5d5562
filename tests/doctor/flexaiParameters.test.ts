import { expect } from "chai";

import { type Deployment, readOutputs } from "../../doctor/deployment";
import { deployedOutputs } from "./support/deployedOutputs";
import { examine, expectProblem, findingOf, namesOf } from "./support/examination";
import { useProxy } from "./support/proxy";
import { useServers } from "./support/servers";

const name = "flexAI asks for the sign-in page in the language de";

describe("Doctor knows the language that flexAI is to ask for", () => {
    const read = (flexaiConfig: unknown) =>
        readOutputs(JSON.stringify({ ...deployedOutputs, flexaiConfig }), "file", "prod");
    const file = (query: string) =>
        `OIDC_AUTHORIZATION_ENDPOINT_URL=https://d.example/oauth2/authorize${query}\nOIDC_HMAC_SECRET=private\n`;

    it("by flexAI's configuration file, of which it keeps that and the company alone", () => {
        expect(read(file("?lang=de&identity_provider=Contoso"))).to.deep.equal({
            ...deployedOutputs,
            language: "de",
            identityProvider: "Contoso",
        });
    });

    for (const config of [undefined, null, 1, "[secret]", "", file(""), file("?lang=klingon")]) {
        it(`and knows none by ${JSON.stringify(config)}`, () => {
            expect(read(config)).to.deep.equal(deployedOutputs);
        });
    }
});

describe("Doctor looks at the language that flexAI asks for", () => {
    const proxy = useProxy();
    const servers = useServers();

    const flexaiAsks = (...languages: string[]) => {
        flexaiAsksWith(languages.map((language) => ["lang", language]));
    };
    const flexaiAsksWith = (more: readonly (readonly [string, string])[]) => {
        const { authorizationEndpoint, clientId, redirectUris } = proxy.outputs;
        const url = new URL(authorizationEndpoint);
        const parameters = {
            client_id: clientId,
            redirect_uri: redirectUris[1] ?? "",
            response_type: "code",
            scope: "email openid profile",
        };
        for (const [key, value] of Object.entries(parameters)) url.searchParams.set(key, value);
        for (const [key, value] of more) url.searchParams.append(key, value);
        servers.listener = (_request, response) => {
            response.writeHead(302, { location: url.href }).end();
        };
    };
    const findings = async (outputs: Partial<Deployment>) => {
        const redirectUris = [
            `http://localhost:${String(servers.plain)}/`,
            ...proxy.outputs.redirectUris.slice(1),
        ];
        const found = await examine({ ...proxy.deployment, redirectUris, ...outputs });
        // Its own first callback is not registered here, nor where its sign-out leads.
        return found.filter((one) => !/^the callback|^the sign-out URL/.test(one.name));
    };

    it("and finds nothing wrong when it asks for it", async () => {
        flexaiAsks("de");
        expect(findingOf(await findings({ language: "de" }), name)).to.include({
            outcome: "passed",
            seen: "lang=de",
        });
    });

    for (const [title, languages, seen] of [
        ["none", [], "lang=none"],
        ["another", ["fr"], "lang=fr"],
    ] as const) {
        it(`and warns when it asks for ${title}`, async () => {
            flexaiAsks(...languages);
            const finding = expectProblem(await findings({ language: "de" }), "warning", name);
            expect(finding).to.include({ expected: "lang=de", seen });
            expect(finding.advice).to.match(
                /write flexAI's configuration again.*remove the setting/is,
            );
            expect(finding.commands).to.deep.equal([
                "(umask 077 && pulumi stack output flexaiConfig --show-secrets --stack prod > flexai-auth.conf)",
            ]);
        });
    }

    it("and says nothing when no language is configured, whatever flexAI asks for", async () => {
        flexaiAsks("fr");
        const found = await findings({});
        expect(found.map((one) => one.name).join()).not.to.include("language");
        expect(findingOf(found, "flexAI sends people to the sign-in page").outcome).to.equal(
            "passed",
        );
    });

    describe("and the company to which it sends people", () => {
        const company = "flexAI sends people straight to Contoso";
        const request = "flexAI sends people to the sign-in page";

        it("straight, as in its configuration file", async () => {
            flexaiAsksWith([["identity_provider", "Contoso"]]);
            const found = await findings({ identityProvider: "Contoso" });
            expect(namesOf(found, "warning")).to.deep.equal([]);
            expect(findingOf(found, company)).to.include({ seen: "identity_provider=Contoso" });
        });

        it("and warns when it sends them to Cognito first", async () => {
            flexaiAsksWith([]);
            const found = await findings({ identityProvider: "Contoso" });
            expect(expectProblem(found, "warning", company)).to.include({
                expected: "identity_provider=Contoso",
                seen: "identity_provider=none",
            });
        });

        it("and warns when it sends them there and its file does not", async () => {
            flexaiAsksWith([["identity_provider", "Contoso"]]);
            expect(expectProblem(await findings({}), "warning", request)).to.include({
                seen: "a parameter identity_provider",
            });
        });
    });

    it("and skips it when flexAI shows its first page without a sign-in", async () => {
        servers.listener = (_request, response) => {
            response.end("flexAI");
        };
        expect(findingOf(await findings({ language: "de" }), name).outcome).to.equal("skipped");
    });
});

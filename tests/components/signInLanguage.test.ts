import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { signInEndpoint, signInRequestInFile } from "../../components/signInLanguage";
import { runComponent } from "../support/component";
import { registeredOutputs } from "../support/registrations";

const authorizationEndpoint = "https://d.example/oauth2/authorize";
const fileWith = (endpoint: string) =>
    `OIDC_TOKEN_ENDPOINT_URL=https://x.example/?lang=fr\nOIDC_AUTHORIZATION_ENDPOINT_URL=${endpoint}\nB=1\n`;

describe("The language of the sign-in page", () => {
    it("is a parameter of the authorization endpoint, and left out where there is none", () => {
        expect(signInEndpoint({ authorizationEndpoint }, { language: "pt-BR" })).to.equal(
            `${authorizationEndpoint}?lang=pt-BR`,
        );
        for (const none of ["", undefined] as const) {
            expect(signInEndpoint({ authorizationEndpoint }, { language: none })).to.equal(
                authorizationEndpoint,
            );
        }
    });

    it("is read off flexAI's configuration file, as the company is", () => {
        const endpoint = `${authorizationEndpoint}?lang=zh-TW&identity_provider=Contoso`;
        expect(signInRequestInFile(fileWith(endpoint))).to.deep.equal({
            language: "zh-TW",
            identityProvider: "Contoso",
        });
    });

    for (const endpoint of [
        authorizationEndpoint,
        `${authorizationEndpoint}?lang=`,
        `${authorizationEndpoint}?lang=DE`,
        `${authorizationEndpoint}?LANG=de`,
        `${authorizationEndpoint}?lang=xx`,
        "lang=de",
        "",
    ]) {
        it(`is none in a file with the endpoint '${endpoint}'`, () => {
            expect(signInRequestInFile(fileWith(endpoint))).to.deep.equal({});
        });
    }

    it("is none in something that is no such file", () => {
        expect(signInRequestInFile("undefined")).to.deep.equal({});
    });

    it("is in flexAI's configuration file alone: OIDC's endpoint has no parameter, AWS gets nothing", async () => {
        const run = async (language: "" | "de") => {
            const { resources } = await runComponent({ language });
            const outputs: Readonly<Record<string, unknown>> =
                registeredOutputs().get("flexai-oidc:index:OpenIdProvider::flexai") ?? {};
            const file = String(pulumi.runtime.unwrapRpcSecret(outputs.flexaiConfig));
            return { resources, outputs, others: { ...outputs, flexaiConfig: "" }, file };
        };
        const without = await run("");
        const german = await run("de");
        const endpoint = String(without.outputs.authorizationEndpoint);
        expect(endpoint).to.match(/\/oauth2\/authorize$/);
        expect(german.file).to.equal(
            without.file.replace(`_URL=${endpoint}\n`, `_URL=${endpoint}?lang=de\n`),
        );
        expect(german.file).not.to.equal(without.file);
        expect(german.others).to.deep.equal(without.others);
        const sent = ({ resources }: typeof german) =>
            resources.map(({ type, name, inputs }) => ({
                type,
                name,
                inputs: { ...inputs, code: "" },
            }));
        expect(sent(german)).to.have.deep.members(sent(without));
    });
});

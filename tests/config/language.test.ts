import { expect } from "chai";

import { signInLanguages } from "../../components/signInLanguage";
import { accepted, problems } from "../support/configuration";

const codes = "de, en, es, fr, id, nl, it, ja, ko, pt-BR, zh-CN, zh-TW";

describe("The language of the sign-in page", () => {
    it("is none in particular by default", async () => {
        expect((await accepted()).language).to.equal("");
        expect((await accepted({ language: "" })).language).to.equal("");
    });

    it("is one that Cognito's developer guide lists", () => {
        expect(signInLanguages.join(", ")).to.equal(codes);
    });

    for (const language of signInLanguages) {
        it(`may be ${language}`, async () => {
            expect((await accepted({ language })).language).to.equal(language);
        });
    }

    it("may be one with an existing pool too", async () => {
        const existingUserPoolId = "eu-central-1_Abc123XyZ";
        expect((await accepted({ existingUserPoolId, language: "de" })).language).to.equal("de");
    });

    for (const [language, code] of [
        ["DE", "de"],
        ["de-AT", "de"],
        ["de_CH", "de"],
        [" de", "de"],
        ["de\n", "de"],
        ["german", "de"],
        ["Deutsch", "de"],
        ["ｄｅ", "de"],
        ["en-GB", "en"],
        ["pt-br", "pt-BR"],
        ["pt", "pt-BR"],
        ["pt-PT", "pt-BR"],
        ["ptBR", "LANGUAGE"],
        ["zh", "zh-CN"],
        ["zh-cn", "zh-CN"],
        ["zh-Hant", "zh-TW"],
        ["zh-HK", "zh-TW"],
        ["Chinese", "zh-CN"],
        ["日本語", "ja"],
        ["ru", "LANGUAGE"],
        ["d", "LANGUAGE"],
        ["de,en", "LANGUAGE"],
        ["de&x=1", "LANGUAGE"],
        ["none", "LANGUAGE"],
        [" ", "LANGUAGE"],
        ["LANGUAGE", "LANGUAGE"],
        ["toString", "LANGUAGE"],
        ["de".repeat(2000), "LANGUAGE"],
    ] as const) {
        it(`may not be ${JSON.stringify(language).slice(0, 30)}, which is led to ${code}`, async () => {
            expect(await problems({ language })).to.deep.equal([
                `'flexai-oidc:language' value '${language.replace("\n", "\\u{000A}")}' is not one of:` +
                    ` ${codes}. Run: pulumi config set --stack prod language ${code}`,
            ]);
        });
    }

    it("shows an invisible character in what it refuses, and removes it", async () => {
        expect(await problems({ language: "d\u200be" })).to.deep.equal([
            `'flexai-oidc:language' value 'd\\u{200B}e' is not one of: ${codes}.` +
                " Run: pulumi config set --stack prod language de",
        ]);
    });
});

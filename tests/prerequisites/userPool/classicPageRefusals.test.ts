import { expect } from "chai";

import { loginStyle } from "../../../components/loginStyle";
import { classicPageRefusals } from "../../../prerequisites/userPool/domainRefusals";
import { adopt } from "../../support/adoption";
import { foundUserPool, stackState, userPoolId } from "../../support/foundUserPool";
import { inOneLine } from "../../support/messages";
import { inProject } from "../../support/project";

const cloudControl = "aws:cloudcontrol/getResource:getResource";
const classic = { domain: { domain: "people", managedLoginVersion: 1 } };
const refusal =
    `User pool ${userPoolId} has the classic sign-in page, which is in English for everybody, and` +
    " 'flexai-oidc:language' is 'de'. Expected: no language, or managed login, which changes the page" +
    " of the pool's other applications too: in the console, the pool, Branding, Domain, branding" +
    " version. Run: pulumi config rm --stack dev language";

const brandRefusal =
    `User pool ${userPoolId} has the classic sign-in page, which has no style of flexAI's own, and` +
    " 'flexai-oidc:brand' is set. Expected: no brand, or managed login, which changes the page" +
    " of the pool's other applications too: in the console, the pool, Branding, Domain, branding" +
    " version. Run: pulumi config rm --stack dev brand";

describe("A language or a brand with an existing pool", () => {
    inProject();

    it("is refused with the classic sign-in page", () => {
        const pool = foundUserPool(classic);
        expect(
            inOneLine(classicPageRefusals(pool, stackState(), { language: "de", brand: {} })),
        ).to.deep.equal([refusal]);
    });

    it("is refused there together with a brand", () => {
        const pool = foundUserPool(classic);
        const brand = { color: "#0a58ca" };
        expect(
            inOneLine(classicPageRefusals(pool, stackState(), { language: "", brand })),
        ).to.deep.equal([brandRefusal]);
        expect(
            inOneLine(classicPageRefusals(pool, stackState(), { language: "de", brand })),
        ).to.deep.equal([refusal, brandRefusal]);
    });

    for (const [title, found, state, language] of [
        ["none in particular, with the classic page", classic, {}, ""],
        ["without a domain, where it gets one with managed login", {}, {}, "de"],
        ["with managed login", { domain: { domain: "people", managedLoginVersion: 2 } }, {}, "de"],
        [
            "with a domain of the stack's own beside the pool's classic one",
            classic,
            { hasDomain: true },
            "de",
        ],
    ] as const) {
        it(`is accepted: ${title}`, () => {
            expect(
                inOneLine(
                    classicPageRefusals(foundUserPool(found), stackState(state), {
                        language,
                        brand: language === "" ? {} : { color: "#0a58ca" },
                    }),
                ),
            ).to.deep.equal([]);
        });
    }
});

describe("The program with an existing pool and a language", () => {
    const page = (properties: object) => ({
        [cloudControl]: ({ typeName }: Readonly<Record<string, unknown>>) => ({
            properties: JSON.stringify(
                typeName === "AWS::Cognito::UserPool" ? { UserPoolTier: "LITE" } : properties,
            ),
        }),
    });
    // LITE, to see every reason at once.
    const reasons = async (properties: object, language: string) => {
        const { error } = await adopt(page(properties), { language });
        return (error as Error).message.split("\n  - ").slice(1);
    };

    for (const properties of [{ ManagedLoginVersion: 1 }, {}]) {
        it(`refuses both with every other reason when AWS shows ${JSON.stringify(properties)}`, async () => {
            const found = await reasons(properties, "de");
            expect(found).to.have.lengthOf(2);
            expect(found[0]).to.include("on the plan LITE");
            expect(found[1]).to.equal(refusal);
        });
    }

    it("has no other reason with managed login, or without a language", async () => {
        expect(await reasons({ ManagedLoginVersion: 2 }, "de")).to.have.lengthOf(1);
        expect(await reasons({ ManagedLoginVersion: 1 }, "")).to.have.lengthOf(1);
    });

    it("refuses a brand likewise, and has it as the style of flexAI's client with managed login", async () => {
        const brand = { color: "#0a58ca" };
        const { error } = await adopt(page({ ManagedLoginVersion: 1 }), { brand });
        expect((error as Error).message.split("\n  - ")[2]).to.equal(brandRefusal);
        const { resources } = await adopt({}, { brand });
        const style = resources.find(({ type }) => type.endsWith(":ManagedLoginBranding"));
        expect(style?.inputs).to.include(loginStyle(brand));
    });

    it("writes the language into flexAI's configuration file", async () => {
        const { outputs } = await adopt({}, { language: "de" });
        expect(outputs.flexaiConfig).to.include(
            "\nOIDC_AUTHORIZATION_ENDPOINT_URL=https://auth.example.com/oauth2/authorize?lang=de\n",
        );
    });
});

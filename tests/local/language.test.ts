import { expect } from "chai";

import { deploymentOf } from "../../doctor/deployment";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { examine, namesOf } from "../doctor/support/examination";
import { Browser } from "./support/browser";
import { authorizationUrl, get } from "./support/requests";

describe("npm start with a language", () => {
    let tryOut: TryOut;
    before(async function () {
        this.timeout(60_000);
        tryOut = await startTryOut({ stack: "dev", port: 0, config: { language: "pt-BR" } });
    });
    after(() => tryOut.close());

    const line = "Cognito shows this page in Brazilian Portuguese (lang=pt-BR). This try-out";
    const openPage = async (address: string) => (await new Browser().open(address)).text;

    it("has it in flexAI's configuration file, and OIDC's endpoint without it", async () => {
        const { authorizationEndpoint, flexaiConfig, issuer } = tryOut.outputs;
        expect(flexaiConfig).to.include(
            `\nOIDC_AUTHORIZATION_ENDPOINT_URL=${authorizationEndpoint}?lang=pt-BR\n`,
        );
        const metadata = await fetch(`${issuer}/.well-known/openid-configuration`);
        expect(await metadata.json()).to.include({ authorization_endpoint: authorizationEndpoint });
    });

    it("asks for it from the page in flexAI's place, and says in which language Cognito shows its page", async () => {
        const { headers } = await get(`${tryOut.page}sign-in`);
        const location = new URL(headers.get("location") ?? "");
        expect(location.searchParams.getAll("lang")).to.deep.equal(["pt-BR"]);
        expect((await openPage(location.href)).replace(/\s+/g, " ")).to.include(line);
    });

    for (const lang of ["xx", "PT-BR", "<b>"]) {
        it(`says nothing of '${lang}', which Cognito does not have`, async () => {
            expect(await openPage(authorizationUrl(tryOut.outputs, { lang }))).not.to.include(
                "Cognito shows this page",
            );
        });
    }

    it("says nothing without it", async () => {
        expect(await openPage(authorizationUrl(tryOut.outputs))).not.to.include(
            "Cognito shows this page",
        );
    });

    it("has everything in order for doctor", async () => {
        const findings = await examine(deploymentOf(tryOut.outputs, { stack: "prod" }));
        expect(namesOf(findings, "failed")).to.deep.equal([]);
        expect(namesOf(findings, "warning")).to.deep.equal([]);
    });
});

describe("npm start without a language", () => {
    it("asks for none", async function () {
        this.timeout(60_000);
        const tryOut = await startTryOut({ stack: "dev", port: 0, config: {} });
        try {
            expect(tryOut.outputs.flexaiConfig).not.to.include("lang");
            const { headers } = await get(`${tryOut.page}sign-in`);
            const { searchParams } = new URL(headers.get("location") ?? "");
            expect(searchParams.has("lang")).to.equal(false);
        } finally {
            await tryOut.close();
        }
    });
});

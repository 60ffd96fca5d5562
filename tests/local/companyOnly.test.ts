import { expect } from "chai";

import { textReport } from "../../local/report";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { Browser } from "./support/browser";
import { authorizationUrl, get } from "./support/requests";

describe("npm start with a company's login and nothing else", () => {
    let tryOut: TryOut;
    let company: string;
    before(async () => {
        const config = { companyLogin: JSON.stringify({ name: "Contoso", only: true }) };
        tryOut = await startTryOut({ stack: "dev", port: 0, config });
        company = tryOut.outputs.companyLoginSetup?.issuer ?? "";
    });
    after(() => tryOut.close());

    it("goes straight to the company, as flexAI's file asks", async () => {
        const browser = new Browser();
        const signIn = await browser.request(`${tryOut.page}sign-in`);
        const asked = new URL(signIn.headers.get("location") ?? "");
        expect(asked.searchParams.get("identity_provider")).to.equal("Contoso");
        const { headers } = await browser.request(asked);
        expect(headers.get("location")).to.match(new RegExp(`^${company}/authorize\\?`));
        expect(tryOut.outputs.flexaiConfig).to.include(
            `AUTHORIZATION_ENDPOINT_URL=${tryOut.outputs.authorizationEndpoint}?identity_provider=Contoso\n`,
        );
    });

    it("goes there from the sign-in page too, and from the endpoint without the parameter", async () => {
        const { outputs } = tryOut;
        const address = authorizationUrl(outputs);
        for (const each of [address, address.replace("/oauth2/authorize", "/login")]) {
            const { headers } = await get(each);
            expect(headers.get("location")).to.match(new RegExp(`^${company}/authorize\\?`));
        }
    });

    it("has no users of the pool, and says so", () => {
        expect(tryOut.users).to.deep.equal([]);
        expect(textReport(tryOut, { outputs: false, stack: "dev" })).to.include(
            "not for production. The company's people alone can sign in.\n",
        );
    });
});

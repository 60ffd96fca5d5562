import { expect } from "chai";

import { CompanyGroups, OldGroups } from "../../local/relyingParty/companyGroups";
import { startTryOut, type TryOut } from "../../local/tryOut";
import { Browser } from "./support/browser";
import { colleague } from "./support/companyVisit";
import { rendered } from "./support/rendered";

const words = (html: string) =>
    html
        .replaceAll(/<wbr\/?>/g, "")
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll("&quot;", '"')
        .replaceAll(/\s+/g, " ")
        .trim();

const hole =
    "This is the hole: Contoso did not send the claim groups , so Cognito keeps the groups of an" +
    " earlier sign-in, and their roles. How to close it: docs/company-login.md";

describe("What the page in flexAI's place says of a company's groups", () => {
    const received = (sent?: string, kept = sent) => ({
        received: { company: "Contoso", claim: "groups", sent, kept },
    });
    const rows = (sent?: string, kept?: string) =>
        words(rendered(CompanyGroups(received(sent, kept)))).replace(/.* Value /, "");

    it("is the claim as it was sent, and what Cognito keeps", () => {
        expect(rows('["a1b2"]')).to.equal(
            'Contoso sent groups ["a1b2"] Cognito keeps custom:flexai_groups ["a1b2"]',
        );
        expect(rows()).to.equal(
            "Contoso sent groups not sent Cognito keeps custom:flexai_groups nothing",
        );
        expect(rows(undefined, "Audio")).to.equal(
            "Contoso sent groups not sent Cognito keeps custom:flexai_groups Audio",
        );
    });

    it("is that the hole is open where a value is kept and the claim was not sent", () => {
        expect(words(rendered(OldGroups(received(undefined, "Audio"))))).to.equal(hole);
        expect(OldGroups(received("Audio"))).to.equal(null);
        expect(OldGroups(received())).to.equal(null);
    });

    it("is nothing of a user of the pool", () => {
        expect(OldGroups({ received: undefined })).to.equal(null);
        expect(CompanyGroups({ received: undefined })).to.equal(null);
    });
});

describe("The page after a sign-in at a company", () => {
    let tryOut: TryOut;
    before(async () => {
        const config = { companyLogin: JSON.stringify({ name: "Contoso" }) };
        tryOut = await startTryOut({ stack: "dev", port: 0, config });
    });
    after(() => tryOut.close());

    it("shows the claim, and the hole from the sign-in on that lacks it", async () => {
        const browser = new Browser();
        const company = tryOut.outputs.companyLoginSetup?.issuer ?? "";
        const callback = new URL("/oauth2/callback", tryOut.page).href;
        const choose = async (path: string) => {
            const page = await browser.travel(company, "end");
            return colleague("Ida")(
                browser,
                { ...page, address: new URL(path, company) },
                callback,
            );
        };
        const signedIn = async () => {
            const { address } = await choose("/people");
            return words((await browser.travel(address, "end")).text);
        };
        const first = await signedIn();
        expect(first).to.include('Contoso sent groups ["flexai-manager"] Cognito keeps');
        expect(first).not.to.include("This is the hole");
        await choose("/groups");
        const second = await signedIn();
        expect(second).to.include(`the role flexai-manager . ${hole}`);
        expect(second).to.include("Contoso sent groups not sent Cognito keeps");
    });
});

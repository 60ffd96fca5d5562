import { expect } from "chai";

import { type ProtectedSite, startSite } from "./site";

describe("flexAI's relying party with a language in its configuration file", () => {
    let site: ProtectedSite;
    before(async () => {
        site = await startSite({ config: { language: "de" } });
    });
    after(() => site.close());

    it("keeps the language of the authorization endpoint, once, beside its own parameters, and signs in", async () => {
        const visitor = site.visitor();
        const page = await visitor.visit(site.home);
        const [first] = visitor.responses;
        const { origin, pathname, searchParams } = new URL(first?.headers.location ?? "");
        expect(origin + pathname).to.equal(site.tryOut.outputs.authorizationEndpoint);
        expect(searchParams.getAll("lang")).to.deep.equal(["de"]);
        expect(searchParams.getAll("client_id")).to.deep.equal([site.tryOut.outputs.clientId]);
        expect(page.body).to.include("Cognito shows this page in German");
        const { username, password } = site.user("flexai-user");
        expect((await visitor.signIn(page, username, password)).status).to.equal(200);
    });
});

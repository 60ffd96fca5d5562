import { expect } from "chai";

import type { Seen } from "./application";
import { type ProtectedSite, startSite } from "./site";
import type { PageResponse, Visitor } from "./visitor";

describe("flexAI's relying party with a company's login alone", () => {
    let site: ProtectedSite;
    before(async () => {
        const companyLogin = JSON.stringify({ name: "Contoso", only: true });
        site = await startSite({ config: { companyLogin } });
    });
    after(() => site.close());

    const chosen = async (person: Visitor, { url, body }: PageResponse, name: string) => {
        const [, colleague = ""] =
            new RegExp(`value="([^"]*)" aria-label="[^"]* ${name} `).exec(body) ?? [];
        const form = new URLSearchParams({ colleague });
        const { headers } = await person.request(url, { form, headers: { origin: url.origin } });
        return person.visit(new URL(headers.location ?? "", url));
    };

    it("leads past Cognito's page to the company, once, and lets people in by their groups", async () => {
        const person = site.visitor();
        const page = await person.visit(site.home);
        const [first] = person.responses;
        const { searchParams } = new URL(first?.headers.location ?? "");
        expect(searchParams.getAll("identity_provider")).to.deep.equal(["Contoso"]);
        expect(page.url.origin).to.equal(site.tryOut.outputs.companyLoginSetup?.issuer);
        expect(person.responses.map(({ url }) => url.pathname)).to.deep.equal([
            "/",
            "/oauth2/authorize",
            "/authorize",
        ]);
        const response = await chosen(person, page, "Jon");
        expect(response.status).to.equal(200);
        expect((JSON.parse(response.body) as Seen).roles).to.deep.equal(["flexai-editor"]);
    });

    it("refuses a person without a role, and after the sign-out comes back without a question", async () => {
        const person = site.visitor();
        const response = await chosen(person, await person.visit(site.home), "Nora");
        expect(response.status).to.equal(403);
        const again = await person.visit(site.tryOut.outputs.signOutUrl);
        expect(again.status).to.equal(403);
        expect(again.url.origin).to.equal(new URL(site.home).origin);
    });
});

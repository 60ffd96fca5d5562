import { expect } from "chai";

import { type Seen } from "./application";
import { type ProtectedSite, startSite } from "./site";
import type { PageResponse } from "./visitor";

const rolesOf = ({ body }: PageResponse) => (JSON.parse(body) as Seen).roles;

/** The same Envoy, with the same configuration file, under its other name. */
const under = (name: string, { home }: ProtectedSite) => home.replace("//localhost:", `//${name}:`);

describe("flexAI's relying party under two names, with one configuration file", () => {
    let site: ProtectedSite;
    let studio: string;

    before(async () => {
        site = await startSite({ otherNames: ["studio.localhost"] });
        studio = under("studio.localhost", site);
    });
    after(() => site.close());

    it("signs in under the other name, and ends there", async () => {
        const person = site.visitor();
        const page = await person.visit(`${studio}some/page`);
        const { username, password } = site.user("flexai-editor");
        const response = await person.signIn(page, username, password);
        expect(response.url.href).to.equal(`${studio}some/page`);
        expect(response.status).to.equal(200);
        expect(rolesOf(response)).to.deep.equal(["flexai-editor"]);
    });

    it("asks once for both: the second name gets a session of its own without a question", async () => {
        const { person } = await site.signedIn("flexai-user");
        expect([...person.cookiesOf("studio.localhost").keys()]).to.deep.equal([]);
        const response = await person.visit(studio);
        expect(response.url.href).to.equal(studio);
        expect(rolesOf(response)).to.deep.equal(["flexai-user"]);
        expect([...person.cookiesOf("studio.localhost").keys()]).to.include("BearerToken");
    });

    it("signs out of one name by its own link, and the other's session goes on", async () => {
        const { person } = await site.signedIn("flexai-user");
        await person.visit(studio);
        const page = await person.visit(site.tryOut.outputs.signOutUrls[1] ?? "");
        expect(page.url.pathname).to.equal("/login");
        expect([...person.cookiesOf("studio.localhost").keys()]).not.to.include("BearerToken");
        expect((await person.visit(studio)).url.pathname).to.equal("/login");
        expect(rolesOf(await person.visit(site.home))).to.deep.equal(["flexai-user"]);
    });
});

describe("flexAI's relying party under a name that is not configured", () => {
    it("ends on the provider's error page, because the callback is not registered", async () => {
        const site = await startSite();
        try {
            const response = await site.visitor().visit(under("studio.localhost", site));
            expect(response.status).to.equal(400);
            expect(response.body).to.include("redirect_uri is not registered");
        } finally {
            await site.close();
        }
    });
});

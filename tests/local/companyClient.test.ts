import { expect } from "chai";
import type { Configuration } from "oidc-provider";

import { startTryOut, type TryOut } from "../../local/tryOut";
import { onOneLine } from "../support/messages";
import {
    type CertifiedCompany,
    certifiedPerson,
    client,
    startCertifiedCompany,
} from "./support/certifiedCompany";
import { rolesIn, visitCompany } from "./support/companyVisit";

const people = {
    boss: { email: "b@example.com", preferred_username: "Boss", groups: ["Broadcast-Admins"] },
    ed: { email: "e@example.com", preferred_username: "Ed", groups: ["Audio", "Other, Team"] },
    one: { email: "o@example.com", preferred_username: "One", groups: "Audio" },
    guest: { email: "g@example.com", preferred_username: "Guest" },
    mute: { preferred_username: "Mute", groups: ["Audio"] },
};
const roles = { "flexai-manager": ["Broadcast-Admins"], "flexai-editor": ["Audio"] };

describe("npm start with a certified OpenID Provider as the company", () => {
    let company: CertifiedCompany;
    let tryOut: TryOut;
    before(async () => {
        company = await startCertifiedCompany(people);
        const { client_id: clientId, client_secret: companyLoginSecret } = client;
        const login = { name: "Contoso", clientId, roles };
        tryOut = await startTryOut({
            stack: "dev",
            port: 0,
            company: company.issuer,
            config: { companyLogin: JSON.stringify(login), companyLoginSecret },
        });
    });
    after(async () => {
        await tryOut.close();
        company.close();
    });

    /** Lets a person sign in at the company with something changed there. */
    const visit = (name: string, changes: Configuration = {}) => {
        company.register(tryOut.outputs.companyLoginSetup?.oidcRedirectUri ?? "", changes);
        return visitCompany(tryOut.outputs, certifiedPerson(name));
    };
    const refusal = (callback: URL) => [
        callback.searchParams.get("error"),
        callback.searchParams.get("error_description"),
    ];

    it("prints the provider, and the redirect URI to register there", () => {
        expect(tryOut.notices.slice(0, 3)).to.deep.equal([
            "The company's provider, and the redirect URI to register there:",
            `  ${company.issuer}`,
            `  ${tryOut.outputs.companyLoginSetup?.oidcRedirectUri ?? ""}`,
        ]);
    });

    it("signs everybody in by the claims of the ID token, who has an email", async () => {
        const rolesOf = async (name: string) =>
            rolesIn((await (await visit(name)).tokens()).claims());
        expect(await rolesOf("boss")).to.deep.equal(["flexai-manager"]);
        expect(await rolesOf("ed")).to.deep.equal(["flexai-editor"]);
        expect(await rolesOf("one")).to.deep.equal(["flexai-editor"]);
        expect(await rolesOf("guest")).to.deep.equal([]);
        expect(refusal((await visit("mute")).callback)).to.deep.equal([
            "invalid_request",
            "Invalid user attributes: email: The attribute is required",
        ]);
    });

    it("reads claims that userInfo alone has", async () => {
        const { tokens } = await visit("boss", { conformIdTokenClaims: true });
        const idToken = (await tokens()).claims();
        expect(rolesIn(idToken)).to.deep.equal(["flexai-manager"]);
    });

    it("says with status and name that the company refuses the secret", async () => {
        const redirect_uris = [tryOut.outputs.companyLoginSetup?.oidcRedirectUri ?? ""];
        const changed = { ...client, client_secret: "another", redirect_uris };
        const clients = [{ ...changed, token_endpoint_auth_method: "client_secret_post" as const }];
        expect(refusal((await visit("boss", { clients })).callback)).to.deep.equal([
            "invalid_client",
            "Contoso Error - 401 invalid_client client authentication failed",
        ]);
    });

    it("passes on what the company says at once, such as that it demands PKCE", async () => {
        const pkce = { required: () => true };
        const { asked, callback } = await visit("boss", { pkce });
        expect(asked).to.equal(false);
        const [error, description] = refusal(callback);
        expect(error).to.equal("invalid_request");
        expect(description).to.include("PKCE");
    });

    it("is not begun where no metadata are served", async () => {
        const config = {
            companyLogin: '{"name":"Contoso","clientId":"flexai"}',
            companyLoginSecret: "secret",
        };
        const other = `${company.issuer}/other`;
        const start = await startTryOut({ stack: "dev", port: 0, company: other, config }).then(
            () => "a start",
            (error: unknown) => (error as Error).message,
        );
        expect(onOneLine(start)).to.include(
            `--company '${other}' does not serve OIDC Discovery: ${other}/.well-known`,
        );
    });
});

import { expect } from "chai";
import { decodeJwt } from "jose";

import { flexaiRoles } from "../../flexai/manual";
import { type Seen } from "./application";
import { rolesHeader } from "./bootstrap";
import { type ProtectedSite, startSite } from "./site";
import type { PageResponse } from "./visitor";

const seen = ({ body }: PageResponse) => JSON.parse(body) as Seen;

describe("flexAI's relying party, configured by flexaiConfig alone", () => {
    let site: ProtectedSite;

    before(async () => {
        const everything = {
            username: "anna",
            email: "anna@example.com",
            preferredUsername: "anna",
            roles: flexaiRoles,
        };
        const others = [...flexaiRoles.map((role) => [role]), []].map((roles, index) => {
            const username = `person${String(index)}`;
            return { username, email: `${username}@example.com`, roles };
        });
        const users = JSON.stringify([everything, ...others]);
        site = await startSite({ config: { users } });
    });
    after(() => site.close());

    it("sends a first visit to the sign-in page, with PKCE and a registered callback", async () => {
        const visitor = site.visitor();
        const page = await visitor.visit(`${site.home}some/page?x=1`);
        const { outputs } = site.tryOut;
        const [first] = visitor.responses;
        const { origin, pathname, searchParams } = new URL(first?.headers.location ?? "");
        expect(origin + pathname).to.equal(outputs.authorizationEndpoint);
        const { client_id, response_type, scope, redirect_uri, code_challenge_method } =
            Object.fromEntries(searchParams);
        expect({ client_id, response_type, scope, code_challenge_method }).to.deep.equal({
            client_id: outputs.clientId,
            response_type: "code",
            scope: "email openid profile",
            code_challenge_method: "S256",
        });
        expect(outputs.redirectUris).to.include(redirect_uri);
        expect(page.body).to.include("Sign in to flexAI");

        const { username, password } = site.user("flexai-user");
        const response = await visitor.signIn(page, username, password);
        expect(response.url.href).to.equal(`${site.home}some/page?x=1`);
        expect(response.status).to.equal(200);
    });

    it("lets a role reach the application, with a verified token", async () => {
        const { response } = await site.signedIn("flexai-editor");
        expect(response.status).to.equal(200);
        const { roles, accessToken } = seen(response);
        expect(roles).to.deep.equal(["flexai-editor"]);
        const { outputs } = site.tryOut;
        expect(decodeJwt(accessToken)).to.include({
            iss: outputs.issuer,
            client_id: outputs.clientId,
            token_use: "access",
            username: site.user("flexai-editor").username,
        });
    });

    it("passes no role to the application where there is none, and it refuses", async () => {
        const { response } = await site.signedIn("no-role");
        expect(response.status).to.equal(403);
        expect(seen(response).roles).to.deep.equal([]);
    });

    it("keeps its cookies to itself and under 4,096 bytes, even with every role", async () => {
        const { person, response } = await site.signedIn(flexaiRoles.join());
        expect(seen(response).roles).to.deep.equal(flexaiRoles);
        expect([...person.cookies.keys()].sort()).to.deep.equal([
            "BearerToken",
            "IdToken",
            "OauthExpires",
            "OauthHMAC",
            "RefreshToken",
        ]);
        for (const [name, { value, attributes }] of person.cookies) {
            expect(attributes.toLowerCase(), name).to.include("secure").and.to.include("httponly");
            expect(`${name}=${value}${attributes}`.length, name).to.be.below(4096);
        }
    });

    it("believes no role and no token that a visitor brings along", async () => {
        const manager = seen((await site.signedIn("flexai-manager")).response).accessToken;
        const { person } = await site.signedIn("no-role");
        const forged = Buffer.from(JSON.stringify(flexaiRoles)).toString("base64url");
        const headers = { [rolesHeader]: forged, authorization: `Bearer ${manager}` };
        const response = await person.request(site.home, { headers });
        expect(response.status).to.equal(403);
        expect(seen(response).roles).to.deep.equal([]);
        expect((await site.visitor().request(site.home, { headers })).status).to.equal(302);
    });
});

import { expect } from "chai";

import { type Seen } from "./application";
import { startSite, type SiteOptions } from "./site";
import type { PageResponse } from "./visitor";

/** Signs the manager in at a site of its own. */
async function managerAt(options: SiteOptions): Promise<PageResponse> {
    const site = await startSite(options);
    try {
        return (await site.signedIn("flexai-manager")).response;
    } finally {
        await site.close();
    }
}

/** Puts another value into a line of flexAI's configuration file. */
const withValue = (name: string, value: (old: string) => string) => (file: string) =>
    file.replace(
        new RegExp(`^${name}=(.*)$`, "m"),
        (_line, old: string) => `${name}=${value(old)}`,
    );

describe("a line of flexaiConfig", () => {
    it("names the issuer, and tokens of another are refused", async () => {
        const edit = withValue("OIDC_ISSUER_URL", (issuer) => `${issuer}x`);
        const response = await managerAt({ edit });
        expect(response.status).to.equal(401);
        expect(response.body).to.equal("Jwt issuer is not configured");
    });

    it("names the keys, and tokens are refused without them", async () => {
        const edit = withValue("OIDC_JWKS_URI_URL", (keys) => `${keys}x`);
        const response = await managerAt({ edit });
        expect(response.status).to.equal(401);
        expect(response.body).to.equal("Jwks remote fetch is failed");
    });

    it("holds the client's secret, and no code is exchanged without it", async () => {
        const edit = withValue("OIDC_CLIENT_SECRET", () => "wrong");
        const response = await managerAt({ edit });
        expect(response.status).to.equal(401);
        expect(response.url.pathname).to.equal("/oauth2/callback");
    });

    it("fits either of the claims that flexAI reads", async () => {
        const response = await managerAt({ config: { rolesClaim: "roles" } });
        expect(response.status).to.equal(200);
        expect((JSON.parse(response.body) as Seen).roles).to.deep.equal(["flexai-manager"]);
    });
});

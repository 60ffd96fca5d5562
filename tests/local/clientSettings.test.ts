import { expect } from "chai";
import * as oidc from "openid-client";

import { Browser } from "./support/browser";
import { type InProcess, registeredPool, startInProcess } from "./support/inProcess";
import { discovered, refused, tokensOf } from "./support/relyingParty";
import { useRegisteredPool } from "./support/hooks";

describe("npm start's provider does what another client is registered for", () => {
    let provider: InProcess | undefined;
    useRegisteredPool();
    afterEach(() => provider?.close());

    const startWith = async (
        change: Partial<Awaited<ReturnType<typeof registeredPool>>["client"]>,
    ) => {
        const { client } = await registeredPool();
        const { registration, users } = (provider = await startInProcess({
            client: { ...client, ...change },
        }));
        const [person] = users;
        if (!person) throw new Error("There are no users.");
        return { registration, person, configuration: await discovered(registration) };
    };

    it("and refuses the code flow to one that may not use it", async () => {
        const { registration, configuration } = await startWith({ flows: [] });
        const redirectUri = registration.redirectUris[1] ?? "";
        const url = oidc.buildAuthorizationUrl(configuration, { redirect_uri: redirectUri });
        const location = (await new Browser().request(url)).headers.get("location") ?? "";
        expect(new URL(location).searchParams.get("error")).to.equal("unauthorized_client");
    });

    it("and refuses refresh and revocation to one that may do neither", async () => {
        const { registration, person, configuration } = await startWith({
            refreshAllowed: false,
            revocable: false,
        });
        const { refresh_token: token = "" } = await tokensOf(configuration, registration, person);
        const refresh = await refused(oidc.refreshTokenGrant(configuration, token));
        expect(refresh.error).to.equal("unauthorized_client");
        const revocation = await refused(oidc.tokenRevocation(configuration, token));
        expect(revocation.error).to.equal("unsupported_token_type");
    });

    it("and shows it only the attributes that it may read", async () => {
        const { registration, person, configuration } = await startWith({
            readAttributes: ["preferred_username"],
        });
        const claims = (await tokensOf(configuration, registration, person)).claims();
        expect(claims).to.include({ preferred_username: "Anna Berg" });
        expect(claims).not.to.have.any.keys("email", "email_verified");
    });
});

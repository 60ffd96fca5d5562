import { expect } from "chai";
import * as oidc from "openid-client";

import { faulty, FaultyProvider } from "./support/faultyTrigger";
import { registeredPool } from "./support/inProcess";

describe("npm start with another trigger", () => {
    let faulted: FaultyProvider;

    before(async function () {
        this.timeout(60_000);
        await registeredPool();
    });
    afterEach(() => faulted.close());

    it("refuses a refresh when it fails then, and the refresh token works on", async () => {
        let fails =
            "if (!globalThis.failed) { globalThis.failed = true; throw new Error('once'); }";
        fails += "return registered(event, context);";
        faulted = await FaultyProvider.start(await faulty(fails, true));
        const tokens = await faulted.tokensOf("no-role");
        const refresh = () =>
            oidc.refreshTokenGrant(faulted.configuration, tokens.refresh_token ?? "");
        const error = await refresh().catch((reason: unknown) => reason);
        expect(error).to.include({ status: 400, error: "invalid_request" });
        expect((await refresh()).claims()?.["https://flexai.de/roles"]).to.deep.equal([]);
    });

    it("keeps reserved claims, and lets suppression win over adding", async () => {
        const claims =
            "{ sub: 'x', aud: 'x', 'cognito:username': 'x', exp: 1, 'dev:a': 1, b: 1, c: 1 }";
        const generation = `{ claimsToAddOrOverride: ${claims}, claimsToSuppress: ['c', 'iss', 'email'] }`;
        const details = `{ idTokenGeneration: ${generation}, accessTokenGeneration: ${generation} }`;
        faulted = await FaultyProvider.start(
            await faulty(`return { response: { claimsAndScopeOverrideDetails: ${details} } };`),
        );
        const tokens = await faulted.tokensOf("no-role");
        const { registration } = faulted.provider;
        const id = tokens.claims() ?? {};
        expect(id).to.include({
            b: 1,
            sub: faulted.person("no-role").sub,
            aud: registration.clientId,
        });
        expect(id).to.include({ "cognito:username": "no-role", iss: registration.issuer });
        expect(id).not.to.have.any.keys("c", "email", "dev:a");
    });

    it("leaves the trigger no way to speak but its answer", async () => {
        faulted = await FaultyProvider.start(await faulty("process.send(null);"));
        const answer = await faulted.signIn("no-role");
        expect(answer.get("error_description")).to.equal(
            "PreTokenGeneration failed with error process.send is not a function.",
        );
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("shows the trigger no environment, and the time of UTC", async () => {
        const say =
            "throw new Error(Object.keys(process.env).filter((name) => !/^(NODE_CHANNEL|TZ)/.test(name)) + process.env.TZ)";
        faulted = await FaultyProvider.start(await faulty(say));
        const answer = await faulted.signIn("no-role");
        expect(answer.get("error_description")).to.equal(
            "PreTokenGeneration failed with error :UTC.",
        );
    });
});

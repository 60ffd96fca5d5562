import { expect } from "chai";
import { decodeJwt } from "jose";
import * as oidc from "openid-client";

import { details, faulty, FaultyProvider } from "./support/faultyTrigger";
import { registeredPool } from "./support/inProcess";
import { useRegisteredPool } from "./support/hooks";

describe("npm start with another trigger", () => {
    let faulted: FaultyProvider;

    useRegisteredPool();
    afterEach(() => faulted.close());

    const bothTokens = async (username: string) => {
        const { id_token: id = "", access_token: access } = await faulted.tokensOf(username);
        return [decodeJwt(id), decodeJwt(access)] as const;
    };

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

    it("keeps reserved claims of both tokens, whatever it returns", async () => {
        const names = [
            ..."sub iss exp iat nbf jti origin_jti nonce at_hash auth_time azp acr amr token_use".split(
                " ",
            ),
            ..."event_id identities username client_id device_key version aud".split(" "),
            ...["dev:a", "cognito:username", "cognito:roles"],
        ];
        const claims = JSON.stringify(Object.fromEntries(names.map((name) => [name, "forged"])));
        const generation = `{ claimsToAddOrOverride: ${claims}, claimsToSuppress: ["iss", "sub"] }`;
        const both = `{ idTokenGeneration: ${generation}, accessTokenGeneration: ${generation} }`;
        faulted = await FaultyProvider.start(await faulty(details(both)));
        for (const token of await bothTokens("no-role")) {
            expect(Object.values(token)).not.to.include("forged");
            expect(token).to.include({
                sub: faulted.person("no-role").sub,
                iss: faulted.provider.registration.issuer,
            });
        }
    });

    it("changes each token's claims (suppression before adding), scopes and groups", async () => {
        faulted = await FaultyProvider.start(
            await faulty(
                details(`{
                    groupOverrideDetails: { groupsToOverride: ["g"] },
                    idTokenGeneration: {
                        claimsToAddOrOverride: { only: "id", c: 1 },
                        claimsToSuppress: ["c", "email"],
                    },
                    accessTokenGeneration: {
                        claimsToAddOrOverride: { only: "access" },
                        scopesToAdd: ["x"],
                        scopesToSuppress: ["email"],
                    },
                }`),
            ),
        );
        const [id, access] = await bothTokens("no-role");
        expect(id).to.deep.include({ only: "id", "cognito:groups": ["g"] });
        expect(id).not.to.have.any.keys("c", "email");
        expect(access).to.deep.include({ only: "access", "cognito:groups": ["g"] });
        expect(access.scope).to.equal("openid profile x");
    });

    it("removes the groups when it returns none in their place", async () => {
        const everybody = `exports.handler = async () => { ${details("{ groupOverrideDetails: {} }")} };`;
        faulted = await FaultyProvider.start({ code: everybody });
        for (const token of await bothTokens("flexai-user")) {
            expect(token).not.to.have.property("cognito:groups");
        }
    });

    it("shows the trigger the event of a real pool", async () => {
        const add = "{ idTokenGeneration: { claimsToAddOrOverride: { event } } }";
        faulted = await FaultyProvider.start({
            code: `exports.handler = async (event) => { ${details(add)} };`,
        });
        const { id: userPoolId, region, client } = await registeredPool();
        const { sub, attributes } = faulted.person("flexai-user");
        const [{ event }] = await bothTokens("flexai-user");
        expect(event).to.deep.equal({
            version: "2",
            triggerSource: "TokenGeneration_HostedAuth",
            region,
            userPoolId,
            userName: "chris",
            callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: client.id },
            request: {
                userAttributes: { sub, "cognito:user_status": "CONFIRMED", ...attributes },
                groupConfiguration: {
                    groupsToOverride: ["flexai-user"],
                    iamRolesToOverride: [],
                    preferredRole: null,
                },
                scopes: ["openid", "email", "profile"],
            },
            response: { claimsAndScopeOverrideDetails: null },
        });
    });

    it("leaves the trigger no way to speak but its response", async () => {
        faulted = await FaultyProvider.start(await faulty("process.send(null);"));
        const response = await faulted.signIn("no-role");
        expect(response.get("error_description")).to.equal(
            "PreTokenGeneration failed with error process.send is not a function.",
        );
        expect(await faulted.rolesOf("flexai-user")).to.deep.equal(["flexai-user"]);
    });

    it("shows the trigger no environment, and the time of UTC", async () => {
        const say =
            "throw new Error(Object.keys(process.env).filter((name) => !/^(NODE_CHANNEL|TZ)/.test(name)) + process.env.TZ)";
        faulted = await FaultyProvider.start(await faulty(say));
        const response = await faulted.signIn("no-role");
        expect(response.get("error_description")).to.equal(
            "PreTokenGeneration failed with error :UTC.",
        );
    });
});

import { expect } from "chai";

import { stackState as pick } from "../../../prerequisites/stackState";
import { adoption } from "../../../prerequisites/userPool/adopt";
import { foundUserPool, required, stackState, userPoolId } from "../../support/foundUserPool";

const settings = {
    roles: ["flexai-manager", "flexai-editor", "flexai-user"],
    identityProviders: ["COGNITO"],
};
const domain = { domain: "people", managedLoginVersion: 1 };

describe("What is taken over", () => {
    it("is a pool's id and ARN, with the attributes that a first sign-in has to fill in", () => {
        const pool = foundUserPool();
        expect(adoption(pool, stackState(), settings, [])).to.deep.equal({
            id: userPoolId,
            arn: pool.arn,
            domain: undefined,
            groupsToImport: [],
            identityProviders: ["COGNITO"],
            writableAttributes: ["email", "preferred_username"],
        });
    });

    it("is the domain that the pool has", () => {
        const pool = foundUserPool({ domain });
        expect(adoption(pool, stackState(), settings, []).domain).to.equal(domain);
    });

    it("is not a domain that the stack made before, whatever the pool shows now", () => {
        const pool = foundUserPool({ domain });
        const state = stackState({ hasDomain: true });
        expect(adoption(pool, state, settings, []).domain).to.equal(undefined);
    });

    it("is each group under a role's name that the stack does not have yet", () => {
        const groups = ["sales", "flexai-user", "flexai-manager"].map((name) => ({
            name,
            roleArn: "",
        }));
        const state = stackState({ groups: ["flexai-user"] });
        const { groupsToImport } = adoption(foundUserPool({ groups }), state, settings, []);
        expect(groupsToImport).to.deep.equal(["flexai-manager"]);
    });

    it("includes identity providers, and the attributes that they set", () => {
        const identityProviders = ["COGNITO", "Studio"];
        const attributes = [
            required("name"),
            { ...required("sub"), mutable: false },
            { ...required("locale"), required: false },
        ];
        const pool = foundUserPool({ attributes });
        expect(
            adoption(pool, stackState(), { ...settings, identityProviders }, ["name", "custom:x"]),
        ).to.deep.include({ identityProviders, writableAttributes: ["name", "custom:x"] });
    });
});

describe("The stack's state", () => {
    it("has no prefix domain of its own if its only domain is a custom one", () => {
        const type = "aws:cognito/userPoolDomain:UserPoolDomain";
        const outputs = { domain: "auth.example.com" };
        const urn = `urn:pulumi:dev::flexai-oidc::${type}::flexai-custom`;
        expect(pick({ [urn]: { type, outputs } })).to.include({ hasDomain: false });
    });

    for (const [providers, onlyCompany] of [
        [["COGNITO", "Contoso"], ""],
        [["COGNITO"], ""],
        [["Studio"], ""],
        [["Contoso"], "Contoso"],
    ] as const) {
        it(`has ${onlyCompany || "no company"} as the only way in for a client with ${providers.join(" and ")}`, () => {
            const of = (type: string, outputs: Record<string, unknown>) =>
                [`urn:pulumi:dev::flexai-oidc::${type}::flexai`, { type, outputs }] as const;
            const provider = { providerName: "Contoso" };
            const state = Object.fromEntries([
                of("aws:cognito/identityProvider:IdentityProvider", provider),
                of("aws:cognito/userPoolClient:UserPoolClient", {
                    supportedIdentityProviders: providers,
                }),
            ]);
            expect(pick(state)).to.include({ onlyCompany });
        });
    }

    it("is empty before the first deployment", () => {
        expect(stackState()).to.deep.include(pick({}));
    });

    it("shows pools, groups and domain by name and type, function and client by AWS's names", () => {
        const urn = (type: string, name: string) =>
            `urn:pulumi:dev::flexai-oidc::flexai-oidc:index:OpenIdProvider$${type}::${name}`;
        const resource = (type: string, name: string, outputs?: Record<string, unknown>) =>
            [urn(type, name), { type, outputs }] as const;
        expect(
            pick(
                Object.fromEntries([
                    resource("flexai-oidc:index:OpenIdProvider", "flexai", { userPoolId }),
                    resource("pulumi:pulumi:Stack", "flexai-oidc-dev", { userPoolId: "deployed" }),
                    resource("aws:cognito/userPool:UserPool", userPoolId, {
                        arn: "arn:p",
                        schemas: [{ name: "email" }, { name: "flexai_groups" }],
                    }),
                    resource("aws:cognito/userPoolDomain:UserPoolDomain", "flexai", {}),
                    resource("aws:cognito/userPoolDomain:UserPoolDomain", "flexai-custom", {
                        domain: "auth.example.com",
                    }),
                    resource("aws:cognito/userPoolClient:UserPoolClient", "flexai", {
                        id: "c1",
                        supportedIdentityProviders: ["Contoso"],
                    }),
                    resource("aws:cognito/userGroup:UserGroup", "flexai-user"),
                    resource("aws:cognito/userGroup:UserGroup", "team::flexai-editor::"),
                    resource("aws:cognito/user:User", "anna", { username: "anna" }),
                    resource("aws:lambda/function:Function", "trigger", { arn: "arn:f" }),
                    resource("aws:lambda/function:Function", "unfinished", {}),
                    resource("aws:cognito/identityProvider:IdentityProvider", "flexai", {
                        providerName: "Contoso",
                    }),
                    resource("aws:sns/topicSubscription:TopicSubscription", "flexai-alarms", {
                        endpoint: "ops@example.com",
                    }),
                ]),
            ),
        ).to.deep.equal({
            userPools: [userPoolId],
            functionArns: ["arn:f"],
            clientIds: ["c1"],
            groups: ["flexai-user", "team::flexai-editor::"],
            hasDomain: true,
            pool: { hasThreatProtectionMode: false, hasCompanyGroups: true },
            alarmEmails: ["ops@example.com"],
            identityProviders: ["Contoso"],
            onlyCompany: "Contoso",
            usernames: ["anna"],
            customDomains: ["auth.example.com"],
            userPoolArns: ["arn:p"],
            deployedUserPoolId: "deployed",
        });
    });
});

import { expect } from "chai";

import { adoption } from "../../adoption/plan";
import { stackState as pick } from "../../adoption/stackState";
import { foundUserPool, stackState, userPoolId } from "../support/foundUserPool";

const roles = ["flexai-manager", "flexai-editor", "flexai-user"];
const domain = { domain: "people", managedLoginVersion: 1 };

describe("What is taken over", () => {
    it("is a pool's id and ARN, and nothing of what it lacks", () => {
        const pool = foundUserPool();
        expect(adoption(pool, stackState(), roles)).to.deep.equal({
            id: userPoolId,
            arn: pool.arn,
            domain: undefined,
            groupsToImport: [],
        });
    });

    it("is the domain that the pool has", () => {
        expect(adoption(foundUserPool({ domain }), stackState(), roles).domain).to.equal(domain);
    });

    it("is no domain when the stack made one before, whatever the pool shows now", () => {
        const state = stackState({ hasDomain: true });
        expect(adoption(foundUserPool({ domain }), state, roles).domain).to.equal(undefined);
    });

    it("is each group under a role's name that the stack does not have yet", () => {
        const pool = foundUserPool({ groups: ["sales", "flexai-user", "flexai-manager"] });
        const state = stackState({ groups: ["flexai-user"] });
        expect(adoption(pool, state, roles).groupsToImport).to.deep.equal(["flexai-manager"]);
    });
});

describe("The stack's state", () => {
    it("is empty before the first deployment", () => {
        expect(pick({})).to.deep.equal(stackState());
    });

    it("names pools, groups and domain by logical name, function and client by what AWS calls them", () => {
        const urn = (type: string, name: string) =>
            `urn:pulumi:dev::flexai-oidc::flexai-oidc:index:OpenIdProvider$${type}::${name}`;
        const resource = (type: string, name: string, outputs?: Record<string, unknown>) =>
            [urn(type, name), { type, outputs }] as const;
        expect(
            pick(
                Object.fromEntries([
                    resource("flexai-oidc:index:OpenIdProvider", "flexai", { userPoolId }),
                    resource("pulumi:pulumi:Stack", "flexai-oidc-dev", { userPoolId: "deployed" }),
                    resource("aws:cognito/userPool:UserPool", userPoolId, { arn: "arn:p" }),
                    resource("aws:cognito/userPoolDomain:UserPoolDomain", "flexai", {}),
                    resource("aws:cognito/userPoolClient:UserPoolClient", "flexai", { id: "c1" }),
                    resource("aws:cognito/userGroup:UserGroup", "flexai-user"),
                    resource("aws:lambda/function:Function", "trigger", { arn: "arn:f" }),
                    resource("aws:lambda/function:Function", "unfinished", {}),
                ]),
            ),
        ).to.deep.equal({
            userPools: [userPoolId],
            functionArns: ["arn:f"],
            clientIds: ["c1"],
            groups: ["flexai-user"],
            hasDomain: true,
            userPoolArns: ["arn:p"],
            deployedUserPoolId: "deployed",
        });
    });
});

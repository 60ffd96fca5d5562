import { expect } from "chai";

import { documentText } from "../support/documents";
import { isAllowed, readPolicy } from "../support/policy";
import { attacksOnIam } from "./attacksOnIam";
import { attacksOnServices } from "./attacksOnServices";
import { each, otherPool, ours, pool } from "./requests";

/**
 * What the AWS provider sent for a stack that got a company's login, another secret, a refresh and
 * another name, and lost it again. Recorded between the provider and an emulated AWS.
 */
const requests = each([
    {
        resource: pool,
        context: ours,
        actions: [
            "cognito-idp:AddCustomAttributes",
            "cognito-idp:CreateIdentityProvider",
            "cognito-idp:DescribeIdentityProvider",
            "cognito-idp:UpdateIdentityProvider",
            "cognito-idp:DeleteIdentityProvider",
        ],
    },
]);

describe("The policy for a company's login, beside the deployer's", () => {
    const policy = readPolicy("company-login.json");
    const deployer = readPolicy("deployer.json");
    const opened = ["cognito-idp:CreateIdentityProvider"];

    for (const request of requests) {
        it(`allows ${request.action}, which the deployer's alone does not`, () => {
            expect(isAllowed([policy], request)).to.equal(true);
            expect(isAllowed([deployer], request)).to.equal(false);
        });
    }

    it("names no action that a company's login does not need", () => {
        const named = policy.Statement.flatMap(({ Action }) => Action);
        expect(named).to.have.members(requests.map(({ action }) => action));
    });

    for (const { aim, requests: attack } of [
        ...attacksOnIam,
        ...attacksOnServices,
        {
            aim: "providers of other teams' pools, and their secrets",
            requests: requests.map(({ action }) => ({ action, resource: otherPool })),
        },
        {
            aim: "linking a company's account with a user of the pool, or setting a password",
            requests: each([
                {
                    resource: pool,
                    context: ours,
                    actions: [
                        "cognito-idp:AdminLinkProviderForUser",
                        "cognito-idp:AdminSetUserPassword",
                        "cognito-idp:AdminUpdateUserAttributes",
                    ],
                },
            ]),
        },
    ]) {
        it(`keeps its holder from ${aim}, but by a provider of their own`, () => {
            const allowed = attack.filter((request) => isAllowed([policy, deployer], request));
            const others = allowed.filter(({ action }) => !opened.includes(action));
            expect(others).to.deep.equal([]);
        });
    }

    it("opens a sign-in as anybody, by a provider of the holder's own, as its document says", () => {
        const attack = attacksOnServices.flatMap(({ requests }) => requests);
        const allowed = attack.filter((request) => isAllowed([policy, deployer], request));
        expect(allowed.map(({ action }) => action)).to.deep.equal(opened);
        const text = documentText("docs/rights-and-costs.md");
        expect(text.replace(/\s+/g, " ")).to.include("can sign in as anybody in that pool");
    });
});

import { expect } from "chai";

import { isAllowed, readPolicy } from "../support/policy";
import { each, pool } from "./requests";
import { customDomain, email } from "./requestsOfSettings";

/** What `prerequisites/` looks up. Cloud Control reads a pool with the caller's rights. */
const lookUps = [
    ...[...email, ...customDomain].filter(({ action }) =>
        /^(?:ses:Get|route53:List|route53:GetHostedZone)/.test(action),
    ),
    ...each([
        {
            resource: pool,
            actions: [
                "cognito-idp:DescribeIdentityProvider",
                "cognito-idp:DescribeUserPool",
                "cognito-idp:GetGroup",
                "cognito-idp:GetUserPoolMfaConfig",
                "cognito-idp:ListGroups",
                "cognito-idp:ListUserPoolClients",
            ],
        },
        {
            resource: "*",
            actions: ["cloudformation:GetResource", "cognito-idp:DescribeUserPoolDomain"],
        },
    ]),
];

describe("The policy preview.json", () => {
    const policy = readPolicy("preview.json");

    for (const request of lookUps) {
        it(`allows ${request.action} on ${request.resource}`, () => {
            expect(isAllowed([policy], request)).to.equal(true);
        });
    }

    it("names nothing else, and nothing that changes anything", () => {
        const named = policy.Statement.flatMap(({ Action }) => Action);
        expect(named).to.have.members(lookUps.map(({ action }) => action));
        expect(named.filter((action) => !/:(?:Describe|Get|List)/.test(action))).to.deep.equal([]);
    });

    it("allows nothing that returns the secret of a client or a user", () => {
        const actions = ["DescribeUserPoolClient", "AdminGetUser", "ListUsers", "ListUsersInGroup"];
        const requests = actions.map((name) => ({ action: `cognito-idp:${name}`, resource: pool }));
        expect(requests.filter((request) => isAllowed([policy], request))).to.deep.equal([]);
    });
});

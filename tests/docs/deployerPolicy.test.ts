import { expect } from "chai";

import { inputsOf, runProgram } from "../support/program";
import { isAllowed, type Policy, readPolicy } from "../support/policy";
import { attacksOnIam } from "./attacksOnIam";
import { attacksOnMessages } from "./attacksOnMessages";
import { attacksOnServices } from "./attacksOnServices";
import { boundary, log, otherPool, ours, pool, recorded, unrecorded } from "./requests";

const attacks = [...attacksOnIam, ...attacksOnMessages, ...attacksOnServices];
const deployer = readPolicy("deployer.json");
const adoptedPool = readPolicy("adopted-pool.json");

/** What a stack of its own needs. */
const own = [...recorded("ownStack"), ...unrecorded];

/** What a stack needs that took a pool over, which does not bear the project's tag. */
const adopted = [
    // Cloud Control reads the pool's identity providers with the caller's rights.
    { action: "cognito-idp:DescribeIdentityProvider", resource: pool },
    ...recorded("adoptedStack"),
    ...unrecorded
        .filter(
            ({ action }) =>
                !/(Tag|Untag)Resource$|UpdateGroup|SetUserPoolMfa|RiskConfiguration/.test(action),
        )
        .map((request) => (request.context === ours ? { ...request, context: {} } : request)),
];

/** The actions that a policy names and none of the requests uses. */
function unused(policy: Policy, requests: readonly { readonly action: string }[]): string[] {
    const used = requests.map(({ action }) => action);
    return policy.Statement.flatMap(({ Action }) => Action).filter((name) => !used.includes(name));
}

describe("The deployer's policy", () => {
    for (const request of own) {
        it(`allows a stack's ${request.action} on ${request.resource}`, () => {
            expect(isAllowed([deployer], request)).to.equal(true);
        });
    }

    for (const { aim, requests } of attacks) {
        it(`keeps its holder from ${aim}`, () => {
            expect(requests.filter((request) => isAllowed([deployer], request))).to.deep.equal([]);
        });
    }

    it("names no action that a stack does not need", () => {
        expect(unused(deployer, own)).to.deep.equal([]);
    });
});

describe("The policy for an adopted pool, beside the deployer's", () => {
    const both = [deployer, adoptedPool];

    for (const request of adopted) {
        it(`allows an adopted stack's ${request.action} on ${request.resource}`, () => {
            expect(isAllowed(both, request)).to.equal(true);
        });
    }

    for (const { aim, requests } of attacks) {
        it(`keeps its holder from ${aim}`, () => {
            expect(requests.filter((request) => isAllowed(both, request))).to.deep.equal([]);
        });
    }

    it("keeps its holder from deleting the pool, its groups, and changing its tags", () => {
        const actions = ["DeleteUserPool", "DeleteGroup", "UpdateGroup", "TagResource"];
        const requests = actions.map((name) => ({ action: `cognito-idp:${name}`, resource: pool }));
        expect(requests.filter((request) => isAllowed(both, request))).to.deep.equal([]);
    });

    it("names no action that an adopted stack does not need", () => {
        expect(unused(adoptedPool, adopted)).to.deep.equal([]);
    });

    it("names one pool", () => {
        const action = "cognito-idp:UpdateUserPool";
        expect(isAllowed([adoptedPool], { action, resource: pool })).to.equal(true);
        expect(isAllowed([adoptedPool], { action, resource: otherPool })).to.equal(false);
    });
});

describe("The boundary of the trigger's role", () => {
    const rights = readPolicy("boundary.json");
    const allows = (action: string, resource: string) => isAllowed([rights], { action, resource });

    it("lets the trigger write its own log", () => {
        expect(allows("logs:CreateLogStream", `${log}:*`)).to.equal(true);
        expect(allows("logs:PutLogEvents", `${log}:log-stream:2026/11/25/1`)).to.equal(true);
    });

    it("allows what the program gives to the role", async () => {
        const { policy } = inputsOf(await runProgram(), "aws:iam/rolePolicy:RolePolicy");
        const { Statement } = JSON.parse(String(policy)) as Policy;
        const actions = Statement.flatMap(({ Action }) => Action);
        expect(actions.filter((action) => !allows(action, `${log}:*`))).to.deep.equal([]);
    });

    it("allows nothing else", () => {
        const log = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/payroll";
        expect(allows("logs:PutLogEvents", `${log}:log-stream:1`)).to.equal(false);
        expect(rights.Statement.flatMap(({ Action }) => Action)).to.deep.equal([
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ]);
    });

    it("has the name that the deployer's policy asks for", () => {
        expect(JSON.stringify(deployer)).to.include(`"iam:PermissionsBoundary":"${boundary}"`);
    });
});

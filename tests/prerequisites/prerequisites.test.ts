import { expect } from "chai";

import { stateToken } from "../../prerequisites/stackState";
import { runProgram } from "../support/program";

const state = {
    "urn:pulumi:prod::flexai-oidc::aws:cognito/userPool:UserPool::flexai": {
        type: "aws:cognito/userPool:UserPool",
        outputs: {
            arn: "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ",
        },
    },
    "urn:pulumi:prod::flexai-oidc::aws:cognito/user:User::anna": {
        type: "aws:cognito/user:User",
        outputs: { username: "anna" },
    },
};

describe("The program", () => {
    const reads = (token: string) => (token === stateToken ? { outputs: state } : undefined);

    it("registers nothing of a stack that is elsewhere", async () => {
        const other = { "aws:allowedAccountIds": ["210987654321"] };
        const { error, registrations } = await runProgram("prod", other, reads);
        expect(String(error)).to.include("'aws:allowedAccountIds' names 210987654321");
        expect(registrations.map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack"]);
    });

    it("goes on with the old address of a user in the state", async () => {
        const users = [{ username: "anna", email: "müller@example.com" }];
        const { error, warnings } = await runProgram("prod", { users }, reads);
        expect(error).to.equal(undefined);
        expect(warnings.join()).to.include("User 'anna': 'email' is not an email address");
    });
});

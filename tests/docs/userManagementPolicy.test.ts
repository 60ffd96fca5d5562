import { expect } from "chai";

import { documents } from "../support/documents";
import { isAllowed, readPolicy } from "../support/policy";
import { otherPool, ours, pool } from "./requests";

/** The operations on users that the documents' commands call, as IAM's actions. */
const actions = [
    ...new Set(
        documents
            .flatMap(({ text }) => [
                ...text.matchAll(/aws cognito-idp (admin-[a-z-]+|list-users[a-z-]*)/g),
            ])
            .map(([, command = ""]) => command)
            .map((command) =>
                command.replaceAll(/(?:^|-)([a-z])/g, (_, a: string) => a.toUpperCase()),
            ),
    ),
].map((operation) => `cognito-idp:${operation}`);

describe("The policy user-management.json", () => {
    const policy = readPolicy("user-management.json");

    it("allows each command for users in the documents, and nothing else", () => {
        expect(actions).to.have.length.above(10);
        expect(policy.Statement.flatMap(({ Action }) => Action)).to.have.members(actions);
        const refused = actions.filter(
            (action) => !isAllowed([policy], { action, resource: pool, context: ours }),
        );
        expect(refused).to.deep.equal([]);
    });

    it("allows none of them in a pool without the project's tag", () => {
        const allowed = actions.filter((action) =>
            isAllowed([policy], { action, resource: otherPool }),
        );
        expect(allowed).to.deep.equal([]);
    });
});

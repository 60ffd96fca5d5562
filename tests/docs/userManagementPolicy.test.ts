import { execFileSync } from "node:child_process";

import { expect } from "chai";

import { documents, documentText } from "../support/documents";
import { isAllowed, type Policy, readPolicy } from "../support/policy";
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
/** What AWS's console reads besides, on its way to a user. */
const others = ["ListGroups", "ListUserPools"].map((operation) => `cognito-idp:${operation}`);
const [, poolId = ""] = pool.split("userpool/");

describe("The policy user-management.json", () => {
    const policy = readPolicy("user-management.json");

    it("allows each command for users in the documents and the console, and nothing else", () => {
        expect(actions).to.have.length.above(10);
        const allowed = policy.Statement.flatMap(({ Action }) => Action);
        expect(allowed).to.have.members([...actions, ...others]);
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

    it("becomes one for an existing pool alone by the command of docs/rights-and-costs.md", () => {
        const block = /^(sed [^`]*user-management\.json) > policy\.json$/m;
        const [, command = ""] = block.exec(documentText("docs/rights-and-costs.md")) ?? [];
        const script = command.replace("YOUR_POOL_ID", poolId);
        const options = {
            env: { ...process.env, ACCOUNT: "123456789012" },
            encoding: "utf8",
        } as const;
        const edited = JSON.parse(execFileSync("bash", ["-c", script], options)) as Policy;
        const inPool = (resource: string) =>
            actions.filter((action) => isAllowed([edited], { action, resource }));
        expect(inPool(pool)).to.deep.equal(actions);
        expect(inPool(otherPool)).to.deep.equal([]);
    });
});

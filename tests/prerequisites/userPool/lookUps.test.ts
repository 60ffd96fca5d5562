import { expect } from "chai";

import { stateToken } from "../../../prerequisites/stackState";
import { adopt, fails } from "../../support/adoption";
import { userPoolId } from "../../support/foundUserPool";

describe("A look-up of an existing user pool that fails", () => {
    it("has no stack trace in a refusal, which Node.js would take a minute to print", async () => {
        const { error } = await adopt({
            "aws:cognito/getUserPool:getUserPool": fails("ResourceNotFoundException"),
        });
        expect((error as Error).stack).to.equal(undefined);
    });

    it("says what AWS says when there is no such pool, and the command that lists pools", async () => {
        const { error, registrations } = await adopt({
            "aws:cognito/getUserPool:getUserPool": fails("ResourceNotFoundException: no pool"),
        });
        expect((error as Error).message).to.equal(
            "The user pool of stack 'dev' cannot be taken over; nothing in AWS was changed:\n" +
                `  - 'flexai-oidc:existingUserPoolId' value '${userPoolId}' is not a user pool that can be` +
                " read: user pool: ResourceNotFoundException: no pool" +
                " Expected: the id of a user pool in this account and region, and the rights that" +
                " docs/adopting.md lists. Run: aws cognito-idp list-user-pools --max-results 60" +
                " --region eu-central-1",
        );
        expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
    });

    it("names each look-up that AWS refuses", async () => {
        const { error } = await adopt({
            "aws:cloudcontrol/getResource:getResource": fails("AccessDenied: cloudformation"),
            "aws:cognito/getUserGroups:getUserGroups": fails("AccessDenied: ListGroups"),
        });
        expect(String(error)).to.include(
            "settings: AccessDenied: cloudformation; domain: AccessDenied: cloudformation;" +
                " groups: AccessDenied: ListGroups ",
        );
    });

    for (const [title, key] of [
        ["with", userPoolId],
        ["without", ""],
    ] as const) {
        it(`registers nothing ${title} the key while the state cannot be read`, async () => {
            const { error, registrations } = await adopt(
                { [stateToken]: fails("passphrase must be set") },
                { existingUserPoolId: key },
            );
            expect((error as Error).message).to.equal(
                "Stack 'dev' cannot be deployed; nothing in AWS was changed:\n" +
                    "  - The state of this stack cannot be read: passphrase must be set" +
                    " Expected: that this works. Run: pulumi stack export --stack dev",
            );
            expect((error as Error).stack).to.equal(undefined);
            expect(registrations.filter(({ type }) => !type.startsWith("pulumi:"))).to.be.empty;
        });
    }
});

describe("A state that the engine is writing while it is read", () => {
    /** Fails that often with what the engine says of a file that is still empty. */
    const emptyAtFirst = (times: number) => {
        let left = times;
        return () => (left-- > 0 ? fails("failed to load checkpoint: EOF")() : { outputs: {} });
    };

    it("is read again", async () => {
        const { error, asked } = await adopt({ [stateToken]: emptyAtFirst(2) });
        expect(error).to.equal(undefined);
        const reads = asked.filter((one) => (one as unknown[])[0] === stateToken);
        expect(reads).to.have.lengthOf(3);
    });

    it("is read five times at most", async () => {
        const { error } = await adopt({ [stateToken]: emptyAtFirst(5) });
        expect(String(error)).to.include("cannot be read: failed to load checkpoint: EOF");
    });
});

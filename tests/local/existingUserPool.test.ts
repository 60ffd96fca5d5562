import { expect } from "chai";

import { startTryOut } from "../../local/tryOut";
import { userPoolId } from "../support/foundUserPool";

describe("npm start with an existing user pool", () => {
    it("says that it has no such pool and what to do instead", async () => {
        const config = { existingUserPoolId: userPoolId };
        let message = "";
        try {
            await (await startTryOut({ stack: "dev", port: 0, config })).close();
        } catch (error) {
            ({ message } = error as Error);
        }
        expect(message).to.equal(
            `'flexai-oidc:existingUserPoolId' value '${userPoolId}' names a user pool in AWS, which` +
                " npm start does not have: it makes up a pool of its own. To try flexAI's sign-in with" +
                " that pool of its own, run: npm start -- --config existingUserPoolId=\n" +
                "  To see what would be done to your pool, and change nothing, run: pulumi preview --diff",
        );
    });
});

import { expect } from "chai";

import { startTryOut } from "../../local/tryOut";
import { userPoolId } from "../support/foundUserPool";

describe("npm start with an existing user pool", () => {
    it("says that it does not use the pool, and what to run instead", async () => {
        const config = { existingUserPoolId: userPoolId, defaultRoles: '["flexai-user"]' };
        let message = "";
        try {
            await (await startTryOut({ stack: "prod", port: 0, config })).close();
        } catch (error) {
            ({ message } = error as Error);
        }
        expect(message).to.equal(
            `'flexai-oidc:existingUserPoolId' value '${userPoolId}' is a user pool in AWS, which npm start` +
                " does not use. To try flexAI's sign-in with a pool of its own, run: npm start --" +
                " --stack prod --port 0 --config existingUserPoolId= (and your other --config options)\n" +
                "  To see what would change in your pool, run: pulumi preview --diff --stack prod",
        );
    });
});

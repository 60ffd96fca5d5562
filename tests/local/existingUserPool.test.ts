import { expect } from "chai";

import { startTryOut } from "../../local/tryOut";
import { userPoolId } from "../support/foundUserPool";
import { onOneLine } from "../support/messages";

describe("npm start with an existing user pool", () => {
    it("says that it does not use the pool, and what to run instead", async () => {
        const config = { existingUserPoolId: userPoolId, defaultRoles: '["flexai-user"]' };
        let message = "";
        try {
            await (await startTryOut({ stack: "prod", port: 0, config })).close();
        } catch (error) {
            ({ message } = error as Error);
        }
        expect(onOneLine(message)).to.equal(
            `'flexai-oidc:existingUserPoolId' value '${userPoolId}' is a user pool in AWS, which npm start` +
                " does not use, but one of its own. Run, with your other --config options:" +
                " npm start -- --stack prod --port 0 --config existingUserPoolId=" +
                " To see what would change in your pool: pulumi preview --diff --stack prod",
        );
    });
});

import { expect } from "chai";

import { adopt } from "../support/adoptedUserPool";
import { userPoolId } from "../support/foundUserPool";
import { registration } from "../support/program";

describe("A group of a pool that is taken over", () => {
    it("is imported if it is there already, and created otherwise", async () => {
        const adopted = await adopt({ groupsToImport: ["flexai-editor"] });
        const ids = ["flexai-manager", "flexai-editor", "flexai-user"].map(
            (name) => registration(adopted, "aws:cognito/userGroup:UserGroup", name).importId,
        );
        expect(ids).to.deep.equal(["", `${userPoolId}/flexai-editor`, ""]);
    });

    it("keeps its description, its precedence and its IAM role", async () => {
        const adopted = await adopt();
        expect(
            registration(adopted, "aws:cognito/userGroup:UserGroup", "flexai-user").ignoreChanges,
        ).to.deep.equal(["description", "precedence", "roleArn"]);
    });
});

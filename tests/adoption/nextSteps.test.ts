import { expect } from "chai";

import { nextSteps } from "../../adoption/nextSteps";

describe("What comes next after the first deployment", () => {
    it("names flexAI's file, the doctor and the first user, with the stack's name", () => {
        expect(nextSteps("acme")).to.equal(
            "What comes next for stack 'acme', once it is complete:\n" +
                "  1. flexAI's configuration file, which contains secrets:" +
                " (umask 077 && pulumi stack output flexaiConfig --show-secrets --stack acme > flexai-auth.conf)\n" +
                "  2. Check the deployment: npm run doctor -- --stack acme\n" +
                "  3. Let people in: write them under users in Pulumi.acme.yaml, then pulumi up --stack acme",
        );
    });
});

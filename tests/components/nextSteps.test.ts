import { expect } from "chai";

import { confirmation, nextSteps } from "../../components/nextSteps";

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

describe("What the person for the alarms has to do", () => {
    it("is named with their address and the time that they have", () => {
        expect(confirmation("ops@example.com")).to.equal(
            "AWS now asks ops@example.com by email to confirm the subscription to the alarms. No alarm" +
                " reaches anybody before that, and the link in the email works for two days only:" +
                " docs/protection-and-alarms.md",
        );
    });
});

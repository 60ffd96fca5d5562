import { expect } from "chai";

import { laidOut } from "../../commandLine/message";
import { confirmation, nextSteps } from "../../components/nextSteps";
import { inProject } from "../support/project";

describe("What comes next after the first deployment", () => {
    inProject();

    it("is the first user, without whom flexAI would let in nobody, its file and the doctor, each with its command", () => {
        expect(laidOut(nextSteps())).to.equal(
            "What comes next for stack 'dev', once it is complete:\n" +
                "1. Let people in: write them under users in Pulumi.dev.yaml, then:\n" +
                "  pulumi up --stack dev\n" +
                "2. Write flexAI's configuration file, which contains secrets:\n" +
                "  (umask 077 && pulumi stack output flexaiConfig --show-secrets --stack dev > flexai-auth.conf)\n" +
                "3. Check the deployment:\n" +
                "  npm run doctor -- --stack dev",
        );
    });
});

describe("What the person for the alarms has to do", () => {
    it("is named with their address and the time that they have", () => {
        expect(confirmation("ops@example.com")).to.deep.equal([
            "AWS now asks ops@example.com by email to confirm the subscription to the alarms. No alarm" +
                " reaches anybody before that, and the link in the email works for two days only:" +
                " docs/protection-and-alarms.md",
        ]);
    });
});

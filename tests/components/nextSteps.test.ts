import { setImmediate } from "node:timers/promises";

import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";

import { laidOut } from "../../commandLine/message";
import {
    confirmation,
    type EarlierDeployment,
    nextSteps,
    withNextSteps,
} from "../../components/nextSteps";
import type { PendingOutputs } from "../../components/stackOutputs";
import { companyLogin } from "../support/companyRoles";
import { inProject, startProject } from "../support/project";

describe("What comes next after the first deployment", () => {
    inProject();

    it("is the first user, without whom flexAI would let in nobody, a sign-in and flexAI's file, each with its command", () => {
        expect(laidOut(nextSteps())).to.equal(
            "What comes next for stack 'dev', once it is complete:\n" +
                "1. Let people in: write them under users in Pulumi.dev.yaml, then:\n" +
                "  pulumi up --stack dev\n" +
                "2. See a sign-in work, before flexAI is touched:\n" +
                "  npm run doctor -- --stack dev --sign-in --role flexai-user\n" +
                "3. Write flexAI's configuration file, which contains secrets:\n" +
                "  (umask 077 && pulumi stack output flexaiConfig --show-secrets --stack dev > flexai-auth.conf)",
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

describe("After a deployment", () => {
    const { info } = pulumi.log;
    const said: string[] = [];
    before(() => Object.assign(pulumi.log, { info: (text: string) => said.push(text) }));
    after(() => Object.assign(pulumi.log, { info }));
    afterEach(() => said.splice(0));

    const deployed: EarlierDeployment = {
        isMocked: false,
        deployedUserPoolId: "eu-central-1_Abc123XyZ",
        alarmEmails: ["ops@example.com"],
        identityProviders: [],
        onlyCompany: "",
    };
    const fresh = { ...deployed, deployedUserPoolId: "", alarmEmails: [] };
    const first = "What comes next for stack 'dev', once it is complete:";
    const address = "AWS now asks ops@example.com by email";

    const cases: readonly {
        readonly title: string;
        readonly earlier: EarlierDeployment;
        readonly alarmEmail?: string;
        /** Whether people sign in at a company alone. */
        readonly isOnly?: true;
        readonly isPreview?: true;
        readonly says: readonly string[];
    }[] = [
        { title: "the first, what comes next is said", earlier: fresh, says: [first] },
        {
            title: "the first with alarms, the confirmation of the address too",
            earlier: fresh,
            alarmEmail: "ops@example.com",
            says: [first, address],
        },
        { title: "another, nothing", earlier: deployed, says: [] },
        {
            title: "one with the address that the alarms have, nothing",
            earlier: deployed,
            alarmEmail: "ops@example.com",
            says: [],
        },
        {
            title: "one with another address, its confirmation",
            earlier: { ...deployed, alarmEmails: ["old@example.com"] },
            alarmEmail: "ops@example.com",
            says: [address],
        },
        {
            title: "one with which people sign in at a company alone, flexAI's new file",
            earlier: { ...deployed, identityProviders: ["Contoso"] },
            isOnly: true,
            says: ["People sign in at Contoso alone from now on"],
        },
        {
            title: "the first with such a company, the file once",
            earlier: fresh,
            isOnly: true,
            says: [first, "Cognito has Contoso's provider now."],
        },
        { title: "a preview, nothing", earlier: fresh, isPreview: true, says: [] },
        {
            title: "a run under mocks, as of npm start, nothing",
            earlier: { ...fresh, isMocked: true },
            says: [],
        },
    ];
    for (const { title, earlier, alarmEmail = "", isOnly, isPreview = false, says } of cases) {
        it(`of ${title}`, async () => {
            await startProject(isPreview);
            const outputs = {
                flexaiConfig: pulumi.output("file"),
                ...(alarmEmail !== "" && { alarmTopicArn: pulumi.output("arn") }),
                ...(isOnly && { companyLoginSetup: pulumi.output({ name: "Contoso" }) }),
            } as PendingOutputs;
            const login = isOnly && { companyLogin: companyLogin({}, { only: true }) };
            expect(withNextSteps(outputs, earlier, { alarmEmail, ...login })).to.equal(outputs);
            await setImmediate();
            expect(said.map((text) => says.find((begin) => text.startsWith(begin)))).to.deep.equal(
                says,
            );
        });
    }
});

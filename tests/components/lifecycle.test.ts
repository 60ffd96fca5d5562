import { expect } from "chai";

import { anna, runComponent } from "../support/component";
import type { Run } from "../support/program";
import type { Registration } from "../support/registrations";

const typeAndName = ({ type, name }: Registration) => `${type}::${name}`;
const make = (args = {}) => runComponent({ users: [anna], ...args });

describe("The life of the OpenID Provider's resources in Pulumi", () => {
    let evaluation: Run;

    before(async () => {
        evaluation = await make();
    });

    it("protects everything but memberships, the style and the generated secret from deletion and replacement by Pulumi", () => {
        const unprotected = evaluation.registrations.filter(({ protect }) => !protect);
        expect(unprotected.map(({ type }) => type)).to.have.members([
            "pulumi:pulumi:Stack",
            "random:index/randomPassword:RandomPassword",
            "aws:cognito/userInGroup:UserInGroup",
            "aws:cognito/managedLoginBranding:ManagedLoginBranding",
        ]);
    });

    it("protects nothing without deletion protection", async () => {
        const { registrations } = await make({ deletionProtection: false });
        expect(registrations.filter(({ protect }) => protect)).to.deep.equal([]);
        expect(registrations).to.have.lengthOf(evaluation.registrations.length);
    });

    it("protects nothing that an option adds, which may be taken back at any time, and a refused destroy stops before it", async () => {
        const options = { alarmEmail: "a@b.example", mailFailureLog: true } as const;
        const { registrations } = await make({ ...options, threatProtection: "audit" });
        const known = new Set(evaluation.registrations.map(typeAndName));
        const added = registrations.filter((one) => !known.has(typeAndName(one)));
        expect(added.map(typeAndName)).to.have.members([
            "aws:sns/topic:Topic::flexai-alarms",
            "aws:sns/topicSubscription:TopicSubscription::flexai-alarms",
            "aws:cloudwatch/metricAlarm:MetricAlarm::flexai-alarms-errors",
            "aws:cloudwatch/metricAlarm:MetricAlarm::flexai-alarms-throttles",
            "aws:cloudwatch/metricAlarm:MetricAlarm::flexai-alarms-duration",
            "aws:cloudwatch/logGroup:LogGroup::flexai-mail-failures",
            "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration::flexai",
            "aws:cognito/riskConfiguration:RiskConfiguration::flexai",
        ]);
        for (const one of added) {
            expect(one.parent).to.equal("flexai-oidc:index:OpenIdProvider::flexai");
            expect(one.protect).to.equal(false);
            // Cognito refuses to delete the responses to risks once the protection is off.
            expect(one.retainOnDelete).to.equal(one.type.endsWith(":RiskConfiguration"));
        }
        const guard = registrations.find(({ type }) => type.endsWith(":DestroyGuard"));
        expect(guard?.protect).to.equal(true);
        expect(guard?.dependencies).to.include.members(added.map(typeAndName));
    });

    it("ignores no change but that of users' attributes, and leaves nothing behind", () => {
        const ignoring = ({ ignoreChanges, type }: Registration) =>
            ignoreChanges.map((path) => `${type} ${path}`);
        expect(evaluation.registrations.flatMap(ignoring)).to.deep.equal([
            "aws:cognito/user:User attributes",
        ]);
        expect(evaluation.registrations.filter((one) => one.retainOnDelete)).to.deep.equal([]);
    });

    it("deletes each resource by itself, so that a refused destroy leaves no membership out of the state", () => {
        const owners = evaluation.registrations.filter(({ deletedWith }) => deletedWith !== "");
        expect(owners).to.deep.equal([]);
    });

    it("lets a refused destroy stop at the guard, which depends on everything that is not protected", () => {
        const { registrations } = evaluation;
        const guard = registrations.find(({ type }) => type.endsWith(":DestroyGuard"));
        const unprotected = registrations
            .filter(({ protect, type }) => !protect && type !== "pulumi:pulumi:Stack")
            .map(typeAndName);
        expect(guard?.protect).to.equal(true);
        expect(guard?.dependencies).to.have.members(unprotected);
    });
});

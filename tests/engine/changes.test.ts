import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";
import { load } from "js-yaml";

import { useDns } from "../support/dns";
import { verifiedIdentity } from "./support/emailIdentity";
import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna, ben, clara } from "./support/people";
import { projectFolder } from "./support/program";

const trigger = "update Function cognito-custom-roles-oidc-flexai";

/** Another value for every setting, and all that `up` may do about it. */
const changes: Readonly<Record<string, { readonly value: unknown; readonly steps: string[] }>> = {
    hostname: {
        value: "flexai.example.com:8443",
        steps: ["update UserPool flexai", "update UserPoolClient flexai"],
    },
    otherHostnames: { value: ["flexai.lan"], steps: ["update UserPoolClient flexai"] },
    email: { value: { from: "flexai@example.com" }, steps: ["update UserPool flexai"] },
    invitation: { value: { subject: "flexAI" }, steps: ["update UserPool flexai"] },
    roles: {
        value: ["flexai-manager", "flexai-auditor", "flexai-editor", "flexai-user"],
        steps: ["create UserGroup flexai-auditor", trigger],
    },
    rolesClaim: { value: "roles", steps: [trigger] },
    defaultRoles: { value: ["flexai-user"], steps: [trigger] },
    users: {
        value: [clara, anna, ben],
        steps: ["create User clara", "create UserInGroup flexai-user,clara"],
    },
    domain: {
        value: {
            name: "auth.example.com",
            certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1",
        },
        steps: ["create UserPoolDomain flexai-custom"],
    },
    brand: { value: { color: "#0a58ca" }, steps: ["update ManagedLoginBranding flexai"] },
    // It is in flexAI's configuration file, an output.
    language: { value: "de", steps: [] },
    alarmEmail: {
        value: "ops@example.com",
        steps: [
            "create MetricAlarm flexai-alarms-duration",
            "create MetricAlarm flexai-alarms-errors",
            "create MetricAlarm flexai-alarms-throttles",
            "create Topic flexai-alarms",
            "create TopicSubscription flexai-alarms",
        ],
    },
    mfa: { value: "required", steps: ["update UserPool flexai"] },
    deletionProtection: { value: true, steps: ["update UserPool flexai"] },
    logRetentionDays: {
        value: 30,
        steps: ["update LogGroup cognito-custom-roles-oidc-flexai-logs"],
    },
    permissionsBoundary: {
        value: "arn:aws:iam::123456789012:policy/flexai-boundary",
        steps: ["update Role cognito-custom-roles-oidc-flexai-role"],
    },
    mailFailureLog: {
        value: true,
        steps: ["create LogDeliveryConfiguration flexai", "create LogGroup flexai-mail-failures"],
    },
    threatProtection: {
        value: "audit",
        steps: ["create RiskConfiguration flexai", "update UserPool flexai"],
    },
};

describe("A change of configuration", () => {
    useDns({ "example.com": "192.0.2.1" });
    const stack = useDeployedStack("dev", { hostname: "flexai", users: [anna, ben] }, (store) => {
        store.create(verifiedIdentity("flexai@example.com"));
    });

    it("is tried for every setting that Pulumi.yaml declares", () => {
        const project = load(readFileSync(join(projectFolder, "Pulumi.yaml"), "utf8"));
        const { config } = project as { config: object };
        // A stack stays with its pool: adoptionSwitch.test.ts.
        expect([
            ...Object.keys(changes),
            "existingUserPoolId",
            "identityProviders",
        ]).to.have.members(Object.keys(config));
    });

    for (const [key, { value, steps }] of Object.entries(changes)) {
        it(`of ${key} replaces and deletes nothing and touches only what it is about`, async () => {
            stack.configure({ [key]: value });
            const preview = await accepted(stack.preview());
            expect(preview.steps).to.deep.equal(steps);
            const before = stack.aws.calls.length;
            const up = await accepted(stack.up());
            expect(up.steps).to.deep.equal(steps);
            expect(stack.aws.calls.slice(before)).to.have.lengthOf(steps.length);
            await accepted(stack.preview({ expectNoChanges: true }));
        });
    }

    it("leaves pool, client and domain the ones that they were", () => {
        const created = stack.aws.calls.filter(({ operation }) => operation === "create");
        // With three users and their memberships, the group of the new role, and what four settings add.
        expect(created).to.have.lengthOf(13 + 6 + 1 + 3 + 5 + 1);
        expect(stack.aws.calls.filter(({ operation }) => operation === "delete")).to.be.empty;
    });

    it("of the order of roles touches the trigger alone", async () => {
        stack.configure({
            roles: ["flexai-user", "flexai-editor", "flexai-auditor", "flexai-manager"],
        });
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal([trigger]);
    });

    it("that grants everybody the highest role is warned of at every preview and up", async () => {
        const warning =
            "warning: 'flexai-oidc:defaultRoles' contains 'flexai-user', the highest role: every user of" +
            " the pool holds it";
        for (const operation of [
            () => stack.preview(),
            () => stack.up(),
            () => stack.preview({ expectNoChanges: true }),
        ]) {
            const { output } = await accepted(operation());
            expect(output.replace(/\s+/g, " ")).to.include(warning);
        }
    });

    it("that removes a role deletes its group and memberships, and touches no other", async () => {
        stack.configure({ deletionProtection: false });
        await accepted(stack.up());
        stack.configure({
            roles: ["flexai-manager", "flexai-auditor", "flexai-user"],
            users: [clara, anna, { ...ben, roles: [] }],
        });
        const up = await accepted(stack.up());
        expect(up.steps).to.deep.equal([
            "delete UserGroup flexai-editor",
            "delete UserInGroup flexai-editor,ben",
            trigger,
        ]);
    });
});

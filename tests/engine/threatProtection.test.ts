import { expect } from "chai";

import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

describe("The threat protection of a deployed stack with deletion protection", () => {
    const stack = useDeployedStack("prod", { hostname: "flexai", users: [anna] });
    let original: Readonly<Record<string, unknown>>;
    before(() => {
        original = pool();
    });

    const pool = () => stack.aws.store.only("UserPool").inputs;
    const responses = () => stack.aws.store.all("RiskConfiguration").map(({ inputs }) => inputs);
    const callsSince = (start: number) =>
        stack.aws.calls.slice(start).map(({ operation, type }) => `${operation} ${type}`);

    /**
     * Changes the setting, and returns what it does, and so what the change before it has left to do,
     * and what of that reaches AWS.
     */
    async function change(threatProtection: unknown) {
        const start = stack.aws.calls.length;
        stack.configure({ threatProtection });
        const { steps, words } = await accepted(stack.up());
        return { steps, words, calls: callsSince(start) };
    }

    it("states no mode without the key, which makes no difference to stating that it is off", async () => {
        expect(original).to.include({ userPoolTier: "ESSENTIALS" });
        expect(original).not.to.have.property("userPoolAddOns");
        stack.configure({ threatProtection: "off" });
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is audited after the pool is on the plan Plus, and the price is said", async () => {
        const { steps, words, calls } = await change("audit");
        expect(steps).to.deep.equal(["create RiskConfiguration flexai", "update UserPool flexai"]);
        expect(calls).to.deep.equal([
            "update aws:cognito/userPool:UserPool",
            "create aws:cognito/riskConfiguration:RiskConfiguration",
        ]);
        expect(pool()).to.deep.equal({
            ...original,
            userPoolTier: "PLUS",
            userPoolAddOns: { advancedSecurityMode: "AUDIT" },
        });
        expect(responses()).to.have.lengthOf(1);
        expect(words).to.include("about 0.02 US dollars a month for each user who is active");
    });

    it("is enforced by the pool's mode alone, so that Cognito's defaults never apply", async () => {
        const before = responses();
        const { steps } = await change("enforced");
        expect(steps).to.deep.equal(["update UserPool flexai"]);
        expect(pool().userPoolAddOns).to.deep.equal({ advancedSecurityMode: "ENFORCED" });
        expect(responses()).to.deep.equal(before);
    });

    it("is left as it is when 'destroy' is refused", async () => {
        const start = stack.aws.calls.length;
        await stack.refusal("pulumi destroy --yes --skip-preview --color never");
        expect(callsSince(start)).to.deep.equal([]);
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("is turned off by one update of the pool, whose responses Cognito refuses to delete then", async () => {
        const { steps, calls } = await change(undefined);
        expect(steps).to.deep.equal(["delete RiskConfiguration flexai", "update UserPool flexai"]);
        expect(calls).to.deep.equal(["update aws:cognito/userPool:UserPool"]);
        expect(pool()).to.deep.equal({
            ...original,
            userPoolAddOns: { advancedSecurityMode: "OFF" },
        });
    });

    it("stays stated as off, also after a refresh", async () => {
        await accepted(stack.refresh());
        const { steps } = await change("off");
        expect(steps).to.deep.equal([]);
        expect(pool().userPoolAddOns).to.deep.equal({ advancedSecurityMode: "OFF" });
    });

    it("can be turned on again", async () => {
        const { steps } = await change("enforced");
        expect(steps).to.deep.equal(["create RiskConfiguration flexai", "update UserPool flexai"]);
        expect(responses()).to.have.lengthOf(1);
        await accepted(stack.preview({ expectNoChanges: true }));
    });
});

describe("The threat protection of a new stack without deletion protection", () => {
    const stack = useDeployedStack("dev", {
        hostname: "flexai",
        threatProtection: "enforced",
        mailFailureLog: true,
        alarmEmail: "ops@example.com",
    });

    it("is enforced from the first deployment", async () => {
        const { userPoolTier, userPoolAddOns } = stack.aws.store.only("UserPool").inputs;
        expect(userPoolTier).to.equal("PLUS");
        expect(userPoolAddOns).to.deep.equal({ advancedSecurityMode: "ENFORCED" });
        await accepted(stack.preview({ expectNoChanges: true }));
    });

    it("goes with the pool, and so do the log of failed mails and the alarms", async () => {
        await accepted(stack.destroy());
        expect(stack.aws.store.all()).to.deep.equal([]);
    });
});

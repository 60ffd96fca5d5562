import { expect } from "chai";

import type { AwsStore } from "../provider/awsStore";
import type { HeldResource } from "../provider/resource";

/**
 * Expects that all that was in AWS before is there as it was, property by property, but for the one
 * trigger of the pool.
 */
export function expectUnharmed(store: AwsStore, before: readonly HeldResource[]): void {
    for (const { type, id, inputs, outputs } of before) {
        const now = store.find(type, id);
        expect(now, `${type} ${id}`).not.to.equal(undefined);
        expect(withoutTrigger(now?.inputs), `${type} ${id}`).to.deep.equal(withoutTrigger(inputs));
        expect(now?.outputs, `${type} ${id}`).to.deep.equal(outputs);
    }
}

/** Expects that the pool's trigger is a function that is there, and that the pool may invoke it. */
export function expectTrigger(store: AwsStore, userPoolId: string): void {
    const pool = store.find("aws:cognito/userPool:UserPool", userPoolId);
    const { preTokenGenerationConfig } = pool?.inputs.lambdaConfig as {
        readonly preTokenGenerationConfig: object;
    };
    const { arn } = store.only("Function").outputs;
    expect(preTokenGenerationConfig).to.deep.equal({ lambdaArn: arn, lambdaVersion: "V2_0" });
    expect(store.only("Permission").inputs).to.include({
        function: arn,
        sourceArn: pool?.outputs.arn,
        principal: "cognito-idp.amazonaws.com",
    });
    expect(store.only("Role")).to.have.property("id");
    expect(store.only("RolePolicy")).to.have.property("id");
    expect(store.only("LogGroup")).to.have.property("id");
}

function withoutTrigger(inputs: HeldResource["inputs"] = {}) {
    const { lambdaConfig, ...others } = inputs;
    const triggers = Object.entries(lambdaConfig ?? {}).filter(
        ([slot]) => slot !== "preTokenGenerationConfig",
    );
    return { ...others, triggers: Object.fromEntries(triggers) as unknown };
}

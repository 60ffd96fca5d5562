import { expect } from "chai";

import type { AwsStore } from "./provider/awsStore";
import { verifiedIdentity } from "./support/emailIdentity";
import { place } from "./support/existingPool";
import { manualPool } from "./support/existingPools";
import { useDeployedStack } from "./support/hooks";
import { accepted } from "./support/outcome";
import { anna } from "./support/people";

/** A setting that a deployed stack gets and loses again. */
interface Change {
    /** What it is set to, one after the other, and what each update does. */
    readonly values: readonly (readonly [value: unknown, ...steps: string[]])[];
    /** What taking it back does. */
    readonly back: readonly string[];
    readonly worksWithExistingPool?: true;
    /** Puts into AWS what it needs. */
    readonly prepare?: (store: AwsStore) => void;
}

const client = "update UserPoolClient flexai";
const pool = "update UserPool flexai";
const alarms = [
    "MetricAlarm flexai-alarms-duration",
    "MetricAlarm flexai-alarms-errors",
    "MetricAlarm flexai-alarms-throttles",
    "Topic flexai-alarms",
    "TopicSubscription flexai-alarms",
];
const changes: Readonly<Record<string, Change>> = {
    otherHostnames: {
        values: [
            [["flexai.lan:8443", "10.0.0.5"], client],
            [["10.0.0.5"], client],
        ],
        back: [client],
        worksWithExistingPool: true,
    },
    email: {
        values: [
            [{ from: "flexAI <flexai@example.com>" }, pool],
            [{ from: "desk@example.com", replyTo: "help@example.com" }, pool],
        ],
        back: [pool],
        prepare: (store) => {
            store.create(verifiedIdentity("example.com"));
        },
    },
    invitation: {
        values: [
            [{ message: "{url} {username} {####}" }, pool],
            [{ subject: "flexAI" }, pool],
        ],
        back: [pool],
    },
    mailFailureLog: {
        values: [
            [
                true,
                "create LogDeliveryConfiguration flexai",
                "create LogGroup flexai-mail-failures",
            ],
        ],
        back: ["delete LogDeliveryConfiguration flexai", "delete LogGroup flexai-mail-failures"],
    },
    alarmEmail: {
        values: [
            ["ops@example.com", ...alarms.map((alarm) => `create ${alarm}`)],
            [
                "studio@example.com",
                "create-replacement TopicSubscription flexai-alarms",
                "delete-replaced TopicSubscription flexai-alarms",
                "replace TopicSubscription flexai-alarms",
            ],
        ],
        back: alarms.map((alarm) => `delete ${alarm}`),
        worksWithExistingPool: true,
    },
    // It is in flexAI's configuration file, an output.
    language: { values: [["de"], ["zh-CN"]], back: [], worksWithExistingPool: true },
};

for (const [key, change] of Object.entries(changes)) {
    const { values, back, worksWithExistingPool, prepare } = change;
    for (const existing of worksWithExistingPool ? [false, true] : [false]) {
        describe(`${key} of ${existing ? "a stack with an existing pool" : "a protected stack"}`, () => {
            const stack = useDeployedStack(
                "prod",
                {
                    hostname: "flexai.example.com",
                    ...(existing ? { existingUserPoolId: manualPool.id } : { users: [anna] }),
                },
                (store) => {
                    prepare?.(store);
                    if (existing) place(store, manualPool);
                },
            );
            let original: string;
            before(() => {
                original = held();
            });

            const held = () => JSON.stringify([stack.aws.store.all(), stack.outputs]);

            /** Sets the key, and expects exactly these steps and a call of AWS for each. */
            async function apply(value: unknown, steps: readonly string[]): Promise<void> {
                const calls = stack.aws.calls.length;
                stack.configure({ [key]: value });
                expect((await accepted(stack.up())).steps).to.deep.equal(steps);
                // A replacement is a creation and a deletion.
                const calling = steps.filter((step) => !step.startsWith("replace "));
                expect(stack.aws.calls.slice(calls)).to.have.lengthOf(calling.length);
            }

            for (const [value, ...steps] of values) {
                it(`is set to ${JSON.stringify(value)} by what belongs to it alone`, async () => {
                    await apply(value, steps);
                    expect(held()).not.to.equal(original);
                });
            }

            if (values.flat().some((step) => String(step).startsWith("create "))) {
                it("leaves what it added as it is when 'destroy' is refused", async () => {
                    const calls = stack.aws.calls.length;
                    await stack.refusal("pulumi destroy --yes --skip-preview --color never");
                    expect(stack.aws.calls).to.have.lengthOf(calls);
                    await accepted(stack.preview({ expectNoChanges: true }));
                });
            }

            it("is taken back and leaves nothing behind", async () => {
                await apply(undefined, back);
                expect(held()).to.equal(original);
                await accepted(stack.preview({ expectNoChanges: true }));
            });
        });
    }
}

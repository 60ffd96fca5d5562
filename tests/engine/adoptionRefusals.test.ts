import { expect } from "chai";

import { place } from "./support/existingPool";
import {
    emailPool,
    federatedPool,
    foreignPool,
    litePool,
    manualPool,
} from "./support/existingPools";
import { useStack } from "./support/hooks";
import { refused } from "./support/outcome";

for (const { title, pool, settings, reasons } of [
    {
        title: "on the plan LITE",
        pool: litePool,
        settings: {},
        reasons: ["is on the plan LITE"],
    },
    {
        title: "with another function before token generation",
        pool: foreignPool,
        settings: {},
        reasons: ["function:cognito-custom-roles-oidc-flexai, and a pool has room for one"],
    },
    {
        title: "with emails for usernames, and people to create",
        pool: emailPool,
        settings: { users: [{ username: "anna", email: "anna@example.com" }] },
        reasons: ["uses email as the username"],
    },
    {
        title: "with settings that an update would reset",
        pool: {
            ...manualPool,
            moreProperties: {
                LambdaConfig: { InboundFederation: { LambdaArn: "theirs", LambdaVersion: "V1_0" } },
                KeyConfiguration: { KeyType: "CUSTOMER_MANAGED_KEY" },
                IssuerConfiguration: { Type: "UPDATED" },
                Glow: true,
            },
        },
        settings: {},
        reasons: [
            "LambdaConfig.InboundFederation, KeyConfiguration.KeyType, IssuerConfiguration.Type",
            "newer than this program: Glow.",
        ],
    },
    {
        title: "with an invitation by email alone",
        pool: {
            ...manualPool,
            inputs: {
                ...manualPool.inputs,
                adminCreateUserConfig: {
                    inviteMessageTemplate: { emailMessage: "{####}", emailSubject: "Welcome" },
                },
            },
        },
        settings: {},
        reasons: ["has an invitation of its own without SMSMessage"],
    },
    {
        title: "that requires a name, and people to create",
        pool: federatedPool,
        settings: { users: [{ username: "anna", email: "anna@example.com" }] },
        reasons: ["requires attributes that 'flexai-oidc:users' does not have: name."],
    },
    {
        title: "without the identity provider that flexAI's page is to offer",
        pool: manualPool,
        settings: { identityProviders: ["COGNITO", "Studio"] },
        reasons: ["'flexai-oidc:identityProviders' value 'Studio' is not an identity provider"],
    },
    {
        title: "with the classic sign-in page, and a language",
        pool: {
            ...manualPool,
            domains: [{ domain: "eu-central-1manual001", managedLoginVersion: 1 }],
        },
        settings: { language: "de" },
        reasons: ["has the classic sign-in page, which is in English for everybody"],
    },
    {
        title: "with several things that stand in the way",
        pool: {
            ...foreignPool,
            inputs: {
                ...foreignPool.inputs,
                userPoolTier: "LITE",
                schemas: [{ name: "email", attributeDataType: "String", mutable: false }],
            },
        },
        settings: {},
        reasons: ["room for one", "is on the plan LITE", "nobody can ever change"],
    },
    {
        title: "that is not there",
        pool: { ...manualPool, id: "eu-central-1_Another01" },
        settings: { existingUserPoolId: manualPool.id },
        reasons: [`User pool ${manualPool.id} does not exist.`],
    },
] as const) {
    describe(`A user pool ${title}`, () => {
        const stack = useStack("dev", {
            hostname: "flexai",
            existingUserPoolId: pool.id,
            ...settings,
        });

        it("is refused by preview and up in a few seconds, and nothing is touched", async () => {
            const before = place(stack.aws.store, pool);
            for (const operation of [() => stack.preview(), () => stack.up()]) {
                const start = Date.now();
                const { output, steps } = await refused(operation());
                expect(Date.now() - start).to.be.below(15_000);
                for (const reason of reasons) expect(output).to.include(reason);
                expect(output).not.to.match(/^\s+at /m);
                expect(steps).to.be.empty;
            }
            expect(stack.aws.calls).to.be.empty;
            expect(stack.aws.store.all()).to.deep.equal(before);
        });
    });
}

import { expect } from "chai";

import { useDns } from "../support/dns";
import { verifiedIdentity } from "./support/emailIdentity";
import { place } from "./support/existingPool";
import {
    customDomainPool,
    emailPool,
    federatedPool,
    foreignPool,
    litePool,
    manualPool,
} from "./support/existingPools";
import { useStack } from "./support/hooks";
import { refused } from "./support/outcome";

/** Pools that are not taken over, or not with these settings. */
const pools = [
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
        title: "that is not there",
        pool: { ...manualPool, id: "eu-central-1_Another01" },
        settings: { existingUserPoolId: manualPool.id },
        reasons: [`User pool ${manualPool.id} does not exist.`],
    },
    {
        title: "with a custom domain, and another to add",
        pool: customDomainPool,
        settings: { domain: { name: "auth.example.org", zone: "example.org" } },
        reasons: ["has a custom domain already, auth.example.com"],
    },
] as const;

/** As it may be where nobody thought of flexAI. */
const unsuitablePool = {
    ...foreignPool,
    inputs: {
        ...foreignPool.inputs,
        userPoolTier: "LITE",
        schemas: [{ name: "email", attributeDataType: "String", mutable: false }],
    },
};

describe("A deployment is refused before anything is touched", () => {
    useDns({ "example.org": "192.0.2.1" });
    const stack = useStack("dev", {});
    beforeEach(() => {
        stack.aws.store.clear();
    });

    /** Expects the reasons, and that AWS stays as it is. `up` runs without a preview. */
    async function expectRefused(
        settings: object,
        reasons: readonly string[],
        operations: readonly ("preview" | "up")[] = ["up"],
    ): Promise<void> {
        stack.configureAlone({ hostname: "flexai", ...settings });
        const before = structuredClone(stack.aws.store.all());
        for (const operation of operations) {
            const { output, words, steps } = await refused(stack[operation]());
            for (const reason of reasons) expect(words).to.include(reason);
            expect(output).not.to.match(/^\s+at /m);
            expect(steps).to.be.empty;
        }
        expect(stack.aws.calls).to.be.empty;
        expect(stack.aws.store.all()).to.deep.equal(before);
    }

    for (const { title, pool, settings, reasons } of pools) {
        it(`into a user pool ${title}`, async () => {
            place(stack.aws.store, pool);
            await expectRefused({ existingUserPoolId: pool.id, ...settings }, reasons);
        });
    }

    it("into a user pool with several things in the way, by a preview too", async () => {
        place(stack.aws.store, unsuitablePool);
        await expectRefused(
            { existingUserPoolId: unsuitablePool.id },
            ["room for one", "is on the plan LITE", "nobody can ever change"],
            ["preview", "up"],
        );
    });

    for (const [title, identity, reason] of [
        ["is not there", undefined, "has no identity in this account that may send from it"],
        ["is not verified", "PENDING", "the identity example.com of Amazon SES in eu-central-1"],
    ] as const) {
        it(`with a sender of emails whose identity ${title}`, async () => {
            if (identity !== undefined) {
                const inputs = { verifiedForSendingStatus: false, verificationStatus: identity };
                stack.aws.store.create({ ...verifiedIdentity("example.com"), inputs });
            }
            await expectRefused({ email: { from: "flexai@example.com" } }, [reason]);
        });
    }

    it("with a domain whose zone is not there", async () => {
        await expectRefused({ domain: { name: "auth.example.org", zone: "example.org" } }, [
            "no matching Route 53 Hosted Zone found",
        ]);
    });
});

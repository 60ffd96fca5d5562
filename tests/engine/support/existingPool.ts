import type { AwsStore } from "../provider/awsStore";
import type { HeldResource } from "../provider/resource";
import type { Properties } from "../provider/wire";

/** A user pool of somebody else's, with what belongs to it, as AWS returns it. */
export interface ExistingPool {
    readonly id: string;
    readonly inputs: Properties;
    readonly domains?: readonly Properties[];
    readonly groups?: readonly Properties[];
    readonly clients?: readonly string[];
    readonly identityProviders?: readonly Properties[];
    /** What Cloud Control shows besides, by CloudFormation's names: the AWS provider does not know it. */
    readonly moreProperties?: Properties;
    /** Name of each user, and the groups that each is in. */
    readonly users: Readonly<Record<string, readonly string[]>>;
}

/** Puts the pool into the store, and returns all that is now there. */
export function place(store: AwsStore, pool: ExistingPool): HeldResource[] {
    const userPoolId = pool.id;
    const put = (kind: string, id: string, inputs: Properties, outputs: Properties = {}) => {
        const type = `aws:cognito/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
        store.create({ type, id, inputs: { ...inputs }, outputs });
    };
    put("UserPool", userPoolId, pool.inputs, {
        arn: `arn:aws:cognito-idp:eu-central-1:123456789012:userpool/${userPoolId}`,
        endpoint: `cognito-idp.eu-central-1.amazonaws.com/${userPoolId}`,
        estimatedNumberOfUsers: Object.keys(pool.users).length,
        ...(pool.moreProperties && { moreProperties: pool.moreProperties }),
    });
    for (const domain of pool.domains ?? []) {
        put("UserPoolDomain", String(domain.domain), { userPoolId, ...domain });
    }
    for (const group of pool.groups ?? []) {
        put("UserGroup", `${userPoolId}/${String(group.name)}`, { userPoolId, ...group });
    }
    for (const name of pool.clients ?? []) {
        put(
            "UserPoolClient",
            `1${name}2345678901`,
            { userPoolId, name, generateSecret: true },
            { clientSecret: `the secret of ${name}` },
        );
    }
    for (const provider of pool.identityProviders ?? []) {
        const id = `${userPoolId}:${String(provider.providerName)}`;
        put("IdentityProvider", id, { userPoolId, ...provider });
    }
    for (const [username, groups] of Object.entries(pool.users)) {
        const attributes = { email: `${username}@example.com` };
        put("User", `${userPoolId}/${username}`, { userPoolId, username, attributes });
        for (const groupName of groups) {
            const id = `${userPoolId},${groupName},${username}`;
            put("UserInGroup", id, { userPoolId, groupName, username });
        }
    }
    return structuredClone(store.all());
}

/** A required attribute, as Cognito shows it. */
export const requiredString = (name: string) => ({
    name,
    attributeDataType: "String",
    required: true,
    mutable: true,
    developerOnlyAttribute: false,
    stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
});

/** What the pools here have in common: Cognito's defaults. */
export const common = {
    region: "eu-central-1",
    accountRecoverySetting: {
        recoveryMechanisms: [
            { name: "verified_email", priority: 1 },
            { name: "verified_phone_number", priority: 2 },
        ],
    },
    autoVerifiedAttributes: ["email"],
    mfaConfiguration: "OFF",
    passwordPolicy: {
        minimumLength: 8,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercase: true,
        temporaryPasswordValidityDays: 7,
    },
    signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] },
    verificationMessageTemplate: { defaultEmailOption: "CONFIRM_WITH_CODE" },
    userPoolTier: "ESSENTIALS",
    emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" },
};

/** ARN of a function of the team's. */
export const lambda = (name: string) => `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;

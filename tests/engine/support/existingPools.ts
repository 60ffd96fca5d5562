import type { AwsStore, HeldResource } from "../provider/awsStore";
import type { Properties } from "../provider/wire";

/** A user pool of somebody else's, with what belongs to it, as AWS returns it. */
export interface ExistingPool {
    readonly id: string;
    readonly inputs: Properties;
    readonly domains?: readonly Properties[];
    readonly groups?: readonly Properties[];
    readonly clients?: readonly string[];
    /** Name of each user, and the groups that each is in. */
    readonly users: Readonly<Record<string, readonly string[]>>;
}

/** Puts the pool into the store, and gives all that is now there. */
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

const requiredText = (name: string) => ({
    name,
    attributeDataType: "String",
    required: true,
    mutable: true,
    developerOnlyAttribute: false,
    stringAttributeConstraints: { minLength: "0", maxLength: "2048" },
});

const common = {
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

/** By flexAI's manual, its function taken off again; a team gave a group an IAM role since. */
export const manualPool: ExistingPool = {
    id: "eu-central-1_Manual001",
    inputs: {
        ...common,
        name: "User pool - flexai",
        aliasAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        schemas: [requiredText("email"), requiredText("preferred_username")],
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        deletionProtection: "ACTIVE",
    },
    domains: [{ domain: "eu-central-1manual001", managedLoginVersion: 2 }],
    groups: [
        {
            name: "flexai-manager",
            description: "Heads of the studio",
            precedence: 1,
            roleArn: "arn:aws:iam::123456789012:role/studio",
        },
        { name: "flexai-user" },
        { name: "sales", description: "Not flexAI's" },
    ],
    clients: ["flexAI"],
    users: { anna: ["flexai-manager", "sales"], ben: ["flexai-user"] },
};

/** As pools were made before there were plans. */
export const litePool: ExistingPool = {
    id: "eu-central-1_Lite00002",
    inputs: {
        ...common,
        name: "old",
        userPoolTier: "LITE",
        aliasAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        deletionProtection: "ACTIVE",
    },
    users: { anna: [] },
};

/** As a web shop has it: strangers sign up with their emails; nothing else yet, no trigger at all. */
export const emailPool: ExistingPool = {
    id: "eu-central-1_Email0003",
    inputs: {
        ...common,
        name: "shop",
        usernameAttributes: ["email"],
        usernameConfiguration: { caseSensitive: true },
        adminCreateUserConfig: { allowAdminCreateUserOnly: false },
        deletionProtection: "INACTIVE",
        userPoolTier: "PLUS",
        userPoolAddOns: { advancedSecurityMode: "ENFORCED" },
    },
    users: { "4f1c": [], "77ab": [] },
};

const lambda = (name: string) => `arn:aws:lambda:eu-central-1:123456789012:function:${name}`;

/** With everything that can be set, and every trigger but that before token generation. */
export const fullPool: ExistingPool = {
    id: "eu-central-1_Full00004",
    inputs: {
        ...common,
        name: "everything",
        aliasAttributes: ["email", "phone_number"],
        usernameConfiguration: { caseSensitive: false },
        schemas: [
            requiredText("email"),
            {
                name: "department",
                attributeDataType: "String",
                required: false,
                mutable: true,
                developerOnlyAttribute: false,
                stringAttributeConstraints: { minLength: "1", maxLength: "64" },
            },
            {
                name: "badge",
                attributeDataType: "Number",
                required: false,
                mutable: false,
                developerOnlyAttribute: false,
                numberAttributeConstraints: { minValue: "1", maxValue: "99999" },
            },
        ],
        adminCreateUserConfig: {
            allowAdminCreateUserOnly: true,
            inviteMessageTemplate: {
                emailMessage: "Welcome {username}, {####}",
                emailSubject: "Welcome",
                smsMessage: "{username} {####}",
            },
        },
        deletionProtection: "ACTIVE",
        deviceConfiguration: {
            challengeRequiredOnNewDevice: true,
            deviceOnlyRememberedOnUserPrompt: true,
        },
        emailConfiguration: {
            emailSendingAccount: "DEVELOPER",
            fromEmailAddress: "Studio <studio@example.com>",
            replyToEmailAddress: "help@example.com",
            sourceArn: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
            configurationSet: "studio",
        },
        emailMfaConfiguration: { message: "Your code is {####}", subject: "Code" },
        lambdaConfig: {
            createAuthChallenge: lambda("create"),
            customEmailSender: { lambdaArn: lambda("email"), lambdaVersion: "V1_0" },
            customMessage: lambda("message"),
            customSmsSender: { lambdaArn: lambda("sms"), lambdaVersion: "V1_0" },
            defineAuthChallenge: lambda("define"),
            kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/studio",
            postAuthentication: lambda("post-authentication"),
            postConfirmation: lambda("post-confirmation"),
            preAuthentication: lambda("pre-authentication"),
            preSignUp: lambda("pre-sign-up"),
            userMigration: lambda("migration"),
            verifyAuthChallengeResponse: lambda("verify"),
        },
        mfaConfiguration: "OPTIONAL",
        smsAuthenticationMessage: "Your code is {####}",
        smsConfiguration: {
            externalId: "studio",
            snsCallerArn: "arn:aws:iam::123456789012:role/sms",
            snsRegion: "eu-central-1",
        },
        softwareTokenMfaConfiguration: { enabled: true },
        tags: { Team: "studio", CostCenter: "4711" },
        userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates: ["email"] },
        userPoolAddOns: { advancedSecurityMode: "AUDIT" },
        userPoolTier: "PLUS",
        verificationMessageTemplate: {
            defaultEmailOption: "CONFIRM_WITH_CODE",
            emailMessage: "The code is {####}",
            emailMessageByLink: "Click {##here##}",
            emailSubject: "Your code",
            emailSubjectByLink: "Your link",
            smsMessage: "Code {####}",
        },
        webAuthnConfiguration: { relyingPartyId: "example.com", userVerification: "preferred" },
    },
    domains: [{ domain: "studio-people", managedLoginVersion: 1 }],
    clients: ["intranet", "shop"],
    users: { anna: [] },
};

/** With the function of flexAI's manual still in it. */
export const foreignPool: ExistingPool = {
    ...manualPool,
    id: "eu-central-1_Foreign05",
    inputs: {
        ...manualPool.inputs,
        lambdaConfig: {
            preTokenGenerationConfig: {
                lambdaArn: lambda("cognito-custom-roles-oidc-flexai"),
                lambdaVersion: "V2_0",
            },
        },
    },
    domains: [],
    clients: [],
};

/** With a domain of its own besides the prefix. */
export const customDomainPool: ExistingPool = {
    id: "eu-central-1_Custom006",
    inputs: { ...manualPool.inputs, name: "people", tags: { Team: "people" } },
    domains: [
        { domain: "example-people", managedLoginVersion: 1 },
        {
            domain: "auth.example.com",
            managedLoginVersion: 2,
            certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/people",
        },
    ],
    groups: [{ name: "flexai-manager" }, { name: "flexai-editor" }, { name: "flexai-user" }],
    users: { clara: ["flexai-editor"] },
};

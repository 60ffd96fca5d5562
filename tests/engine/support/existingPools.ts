import { common, type ExistingPool, lambda, requiredString } from "./existingPool";

/** By flexAI's manual, its function taken off again; a team gave a group an IAM role since. */
export const manualPool: ExistingPool = {
    id: "eu-central-1_Manual001",
    inputs: {
        ...common,
        name: "User pool - flexai",
        aliasAttributes: ["email"],
        usernameConfiguration: { caseSensitive: false },
        schemas: [requiredString("email"), requiredString("preferred_username")],
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

/** The one whose preview docs/adopting.md shows. */
export const documentedPool: ExistingPool = {
    ...manualPool,
    id: "eu-central-1_Abc123XyZ",
    inputs: { ...manualPool.inputs, name: "people", schemas: [requiredString("email")] },
    domains: [{ domain: "studio-people", managedLoginVersion: 2 }],
    clients: ["intranet"],
};

/** Where people sign in with their company's accounts, and must have a name. */
export const federatedPool: ExistingPool = {
    ...manualPool,
    id: "eu-central-1_Federat07",
    inputs: {
        ...manualPool.inputs,
        schemas: ["email", "preferred_username", "name"].map(requiredString),
    },
    domains: [{ domain: "studio-people", managedLoginVersion: 2 }],
    groups: [{ name: "flexai-editor::night" }],
    clients: [],
    identityProviders: [
        {
            providerName: "Studio",
            attributeMapping: { email: "mail", "custom:department": "department" },
        },
    ],
    users: { Studio_anna: ["flexai-editor::night"] },
};

import { expect } from "chai";

import { foundUserPool } from "../../../prerequisites/userPool/foundUserPool";
import type { LookUps } from "../../../prerequisites/userPool/lookUps";
import { userPoolId } from "../../support/foundUserPool";

const nothing: LookUps = {
    pool: {},
    domain: undefined,
    properties: {},
    domainProperties: undefined,
    groups: {},
    clients: {},
};
const found = (lookUps: Partial<LookUps>) => foundUserPool(userPoolId, { ...nothing, ...lookUps });

describe("A user pool that was looked up", () => {
    it("has Cognito's defaults where AWS returns nothing", () => {
        expect(found({})).to.deep.equal({
            id: userPoolId,
            arn: "",
            preTokenGenerationArn: "",
            domain: undefined,
            customDomain: "",
            groups: [],
            clients: [],
            tier: undefined,
            attributes: [],
            usernameAttributes: [],
            aliasAttributes: [],
            caseSensitive: true,
            selfRegistration: true,
            deletionProtection: false,
            missingInvitationMessages: [],
            uncarried: { reset: [], unknown: [] },
        });
    });

    for (const [title, lookUps, expected] of [
        [
            "is closed to strangers if administrators alone create users",
            { pool: { adminCreateUserConfigs: [{ allowAdminCreateUserOnly: true }] } },
            { selfRegistration: false },
        ],
        [
            "is open to strangers otherwise",
            { pool: { adminCreateUserConfigs: [{ allowAdminCreateUserOnly: false }] } },
            { selfRegistration: true },
        ],
        [
            "is protected if AWS says ACTIVE",
            { pool: { deletionProtection: "ACTIVE" } },
            { deletionProtection: true },
        ],
        [
            "is not protected if AWS says INACTIVE",
            { pool: { deletionProtection: "INACTIVE" } },
            { deletionProtection: false },
        ],
        [
            "ignores case if AWS says so",
            { properties: { UsernameConfiguration: { CaseSensitive: false } } },
            { caseSensitive: false },
        ],
        [
            "distinguishes case if AWS says so",
            { properties: { UsernameConfiguration: { CaseSensitive: true } } },
            { caseSensitive: true },
        ],
        [
            "has the attributes of its schema, neither required nor mutable where that is absent",
            {
                pool: {
                    schemaAttributes: [
                        { name: "preferred_username", required: true, mutable: true },
                        { name: "email" },
                    ],
                },
            },
            {
                attributes: [
                    { name: "preferred_username", required: true, mutable: true },
                    { name: "email", required: false, mutable: false },
                ],
            },
        ],
        [
            "has classic sign-in pages where AWS shows no version",
            { pool: { domain: "people" }, domain: "people", domainProperties: {} },
            { domain: { domain: "people", managedLoginVersion: 1 } },
        ],
        [
            "has the version of the sign-in pages of its custom domain",
            {
                pool: { domain: "people", customDomain: "auth.example.com" },
                domain: "auth.example.com",
                domainProperties: { ManagedLoginVersion: 2 },
            },
            {
                domain: { domain: "auth.example.com", managedLoginVersion: 2 },
                customDomain: "auth.example.com",
            },
        ],
        [
            "has the function of either version of its trigger",
            { pool: { lambdaConfigs: [{ preTokenGeneration: "arn:one" }] } },
            { preTokenGenerationArn: "arn:one" },
        ],
        [
            "has the function of the newer version of its trigger first",
            {
                pool: {
                    lambdaConfigs: [
                        {
                            preTokenGeneration: "arn:one",
                            preTokenGenerationConfigs: [{ lambdaArn: "arn:two" }],
                        },
                    ],
                },
            },
            { preTokenGenerationArn: "arn:two" },
        ],
        [
            "has its groups with their IAM roles, and its clients, by id where the name is absent",
            {
                groups: { groups: [{ groupName: "a", roleArn: "arn:role" }, { groupName: "b" }] },
                clients: { clientIds: ["1", "2"], clientNames: ["shop"] },
            },
            {
                groups: [
                    { name: "a", roleArn: "arn:role" },
                    { name: "b", roleArn: "" },
                ],
                clients: [
                    { id: "1", name: "shop" },
                    { id: "2", name: "2" },
                ],
            },
        ],
        [
            "lacks the messages that its own invitation leaves out or has empty",
            {
                properties: {
                    AdminCreateUserConfig: {
                        InviteMessageTemplate: { EmailMessage: "{####}", SMSMessage: "" },
                    },
                },
            },
            { missingInvitationMessages: ["EmailSubject", "SMSMessage"] },
        ],
        [
            "lacks no message where the invitation is Cognito's",
            { properties: { AdminCreateUserConfig: { InviteMessageTemplate: {} } } },
            { missingInvitationMessages: [] },
        ],
        [
            "has its plan, its aliases and what an update would reset",
            {
                properties: {
                    UserPoolTier: "PLUS",
                    AliasAttributes: ["email"],
                    IssuerConfiguration: { Type: "UPDATED" },
                },
            },
            {
                tier: "PLUS",
                aliasAttributes: ["email"],
                uncarried: { reset: ["IssuerConfiguration.Type"], unknown: [] },
            },
        ],
    ] as const) {
        it(title, () => {
            expect(found(lookUps)).to.deep.include(expected);
        });
    }
});

import { expect } from "chai";

import { uncarried } from "../../../prerequisites/userPool/providerCoverage";

const lambda = "arn:aws:lambda:eu-central-1:123456789012:function:theirs";
const nothing = { reset: [], unknown: [] };
/** Every property of a pool that the provider carries, with a value that is not the default. */
const full = {
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }] },
    AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailMessage: "a", EmailSubject: "b", SMSMessage: "c" },
        UnusedAccountValidityDays: 30,
    },
    AliasAttributes: ["email"],
    Arn: "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_Abc123XyZ",
    AutoVerifiedAttributes: ["email"],
    DeletionProtection: "ACTIVE",
    DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: true,
    },
    EmailAuthenticationMessage: "{####}",
    EmailAuthenticationSubject: "Code",
    EmailConfiguration: {
        ConfigurationSet: "studio",
        EmailSendingAccount: "DEVELOPER",
        From: "help@example.com",
        ReplyToEmailAddress: "help@example.com",
        SourceArn: "arn:aws:ses:eu-central-1:123456789012:identity/example.com",
    },
    EmailVerificationMessage: "{####}",
    EmailVerificationSubject: "Code",
    EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    IssuerConfiguration: { Type: "ORIGINAL" },
    KeyConfiguration: { KeyType: "AWS_OWNED_KEY" },
    LambdaConfig: {
        CreateAuthChallenge: lambda,
        CustomEmailSender: { LambdaArn: lambda, LambdaVersion: "V1_0" },
        CustomMessage: lambda,
        CustomSMSSender: { LambdaArn: lambda, LambdaVersion: "V1_0" },
        DefineAuthChallenge: lambda,
        KMSKeyID: "arn:aws:kms:eu-central-1:123456789012:key/studio",
        PostAuthentication: lambda,
        PostConfirmation: lambda,
        PreAuthentication: lambda,
        PreSignUp: lambda,
        PreTokenGeneration: lambda,
        PreTokenGenerationConfig: { LambdaArn: lambda, LambdaVersion: "V2_0" },
        UserMigration: lambda,
        VerifyAuthChallengeResponse: lambda,
    },
    MfaConfiguration: "ON",
    Policies: {
        PasswordPolicy: {
            MinimumLength: 20,
            PasswordHistorySize: 5,
            RequireLowercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            RequireUppercase: true,
            TemporaryPasswordValidityDays: 30,
        },
        SignInPolicy: { AllowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] },
    },
    ProviderName: "cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
    ProviderURL: "https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_Abc123XyZ",
    Schema: [{ Name: "custom:department", AttributeDataType: "String", Anything: 1 }],
    SmsAuthenticationMessage: "{####}",
    SmsConfiguration: {
        ExternalId: "studio",
        SnsCallerArn: "arn:aws:iam::123456789012:role/sms",
        SnsRegion: "eu-central-1",
    },
    SmsVerificationMessage: "{####}",
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ["email"] },
    UserPoolAddOns: {
        AdvancedSecurityAdditionalFlows: { CustomAuthMode: "AUDIT" },
        AdvancedSecurityMode: "ENFORCED",
    },
    UserPoolId: "eu-central-1_Abc123XyZ",
    UserPoolName: "people",
    UserPoolTags: { Team: "studio" },
    UserPoolTier: "PLUS",
    UsernameAttributes: ["email"],
    UsernameConfiguration: { CaseSensitive: true },
    VerificationMessageTemplate: {
        DefaultEmailOption: "CONFIRM_WITH_LINK",
        EmailMessage: "{####}",
        EmailMessageByLink: "{##here##}",
        EmailSubject: "Code",
        EmailSubjectByLink: "Link",
        SmsMessage: "{####}",
    },
    WebAuthnFactorConfiguration: "SINGLE_FACTOR",
    WebAuthnRelyingPartyID: "example.com",
    WebAuthnUserVerification: "required",
};

describe("An update of a user pool", () => {
    it("keeps everything that the provider carries", () => {
        expect(uncarried(full)).to.deep.equal(nothing);
    });

    for (const [title, properties, reset] of [
        [
            "an inbound federation trigger",
            { LambdaConfig: { InboundFederation: { LambdaArn: lambda, LambdaVersion: "V1_0" } } },
            ["LambdaConfig.InboundFederation"],
        ],
        [
            "a customer-managed key",
            {
                KeyConfiguration: {
                    KeyType: "CUSTOMER_MANAGED_KEY",
                    KmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/studio",
                },
            },
            ["KeyConfiguration.KeyType", "KeyConfiguration.KmsKeyArn"],
        ],
        [
            "another type of issuer",
            { IssuerConfiguration: { Type: "UPDATED" } },
            ["IssuerConfiguration.Type"],
        ],
        [
            "passkeys as a second factor",
            { WebAuthnFactorConfiguration: "MULTI_FACTOR_WITH_USER_VERIFICATION" },
            ["WebAuthnFactorConfiguration"],
        ],
        [
            "a lifetime of invitations that the password policy does not repeat",
            {
                AdminCreateUserConfig: { UnusedAccountValidityDays: 30 },
                Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 7 } },
            },
            ["AdminCreateUserConfig.UnusedAccountValidityDays"],
        ],
    ] as const) {
        it(`resets ${title}`, () => {
            expect(uncarried(properties)).to.deep.equal({ reset, unknown: [] });
        });
    }

    it("resets nothing that is at its default", () => {
        const properties = { AdminCreateUserConfig: { UnusedAccountValidityDays: 7 } };
        expect(uncarried(properties)).to.deep.equal(nothing);
    });

    it("may reset what is newer than this program, at any depth", () => {
        expect(
            uncarried({
                Glow: true,
                LambdaConfig: { Sparkle: { LambdaArn: lambda } },
                Policies: { PasswordPolicy: { Entropy: 0 } },
                AccountRecoverySetting: {
                    RecoveryMechanisms: [{ Name: "a", Via: "fax" }, { Via: "telex" }],
                },
                EmailConfiguration: "off",
                toString: "an own property",
            }),
        ).to.deep.equal({
            reset: [],
            unknown: [
                "Glow",
                "LambdaConfig.Sparkle",
                "Policies.PasswordPolicy.Entropy",
                "AccountRecoverySetting.RecoveryMechanisms.Via",
                "EmailConfiguration",
                "toString",
            ],
        });
    });

    it("does not reset what is empty, at any depth", () => {
        expect(
            uncarried({ Glow: { Colours: [], Name: "", Of: null }, LambdaConfig: { New: {} } }),
        ).to.deep.equal(nothing);
    });

    for (const properties of [undefined, null, [], {}]) {
        it(`resets nothing where AWS shows ${JSON.stringify(properties ?? "nothing")}`, () => {
            expect(uncarried(properties)).to.deep.equal(nothing);
        });
    }
});

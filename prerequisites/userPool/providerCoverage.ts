import { fields } from "../../commandLine/json";

/**
 * `true` for what the AWS provider carries: it reads the value and sends it back with an update. A list
 * for what it does not know: AWS's default and its equals, which an update may reset the value to.
 */
type Coverage = true | readonly unknown[] | { readonly [property: string]: Coverage };

/** What an update of a user pool would take from it. */
export interface Uncarried {
    /** Properties that the provider does not know, whose values are not the defaults. */
    readonly reset: readonly string[];
    /** Properties that are newer than this program. */
    readonly unknown: readonly string[];
}

/** Names what of a user pool the provider's update does not send back. */
export function uncarried(properties: unknown): Uncarried {
    const reset: string[] = [];
    const unknown: string[] = [];
    const visit = (value: unknown, coverage: Coverage | undefined, path: string): void => {
        if (coverage === true || isEmpty(value)) return;
        if (coverage === undefined) unknown.push(path);
        else if (isList(coverage)) {
            if (!coverage.includes(value)) reset.push(path);
        } else if (Array.isArray(value)) {
            for (const item of value) visit(item, coverage, path);
        } else if (typeof value !== "object") {
            unknown.push(path);
        } else {
            for (const [property, item] of Object.entries(fields(value))) {
                visit(
                    item,
                    Object.hasOwn(coverage, property) ? coverage[property] : undefined,
                    path === "" ? property : `${path}.${property}`,
                );
            }
        }
    };
    visit(properties, userPoolCoverage(properties), "");
    return { reset: [...new Set(reset)], unknown: [...new Set(unknown)] };
}

/** The properties of CloudFormation's `AWS::Cognito::UserPool`, as of `@pulumi/aws` 7.48. */
function userPoolCoverage(properties: unknown): Coverage {
    const { PasswordPolicy } = fields(fields(properties).Policies);
    return {
        AccountRecoverySetting: { RecoveryMechanisms: { Name: true, Priority: true } },
        AdminCreateUserConfig: {
            AllowAdminCreateUserOnly: true,
            InviteMessageTemplate: { EmailMessage: true, EmailSubject: true, SMSMessage: true },
            // An older name of the password policy's property.
            UnusedAccountValidityDays: [7, fields(PasswordPolicy).TemporaryPasswordValidityDays],
        },
        AliasAttributes: true,
        Arn: true,
        AutoVerifiedAttributes: true,
        DeletionProtection: true,
        DeviceConfiguration: {
            ChallengeRequiredOnNewDevice: true,
            DeviceOnlyRememberedOnUserPrompt: true,
        },
        EmailAuthenticationMessage: true,
        EmailAuthenticationSubject: true,
        EmailConfiguration: {
            ConfigurationSet: true,
            EmailSendingAccount: true,
            From: true,
            ReplyToEmailAddress: true,
            SourceArn: true,
        },
        EmailVerificationMessage: true,
        EmailVerificationSubject: true,
        EnabledMfas: true,
        IssuerConfiguration: { Type: ["ORIGINAL"] },
        KeyConfiguration: { KeyType: ["AWS_OWNED_KEY"], KmsKeyArn: [] },
        LambdaConfig: {
            CreateAuthChallenge: true,
            CustomEmailSender: { LambdaArn: true, LambdaVersion: true },
            CustomMessage: true,
            CustomSMSSender: { LambdaArn: true, LambdaVersion: true },
            DefineAuthChallenge: true,
            InboundFederation: [],
            KMSKeyID: true,
            PostAuthentication: true,
            PostConfirmation: true,
            PreAuthentication: true,
            PreSignUp: true,
            // Another's function is refused elsewhere.
            PreTokenGeneration: true,
            PreTokenGenerationConfig: true,
            UserMigration: true,
            VerifyAuthChallengeResponse: true,
        },
        MfaConfiguration: true,
        Policies: {
            PasswordPolicy: {
                MinimumLength: true,
                PasswordHistorySize: true,
                RequireLowercase: true,
                RequireNumbers: true,
                RequireSymbols: true,
                RequireUppercase: true,
                TemporaryPasswordValidityDays: true,
            },
            SignInPolicy: { AllowedFirstAuthFactors: true },
        },
        ProviderName: true,
        ProviderURL: true,
        // Fixed when the pool is made: no update sends it.
        Schema: true,
        SmsAuthenticationMessage: true,
        SmsConfiguration: { ExternalId: true, SnsCallerArn: true, SnsRegion: true },
        SmsVerificationMessage: true,
        UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: true },
        UserPoolAddOns: {
            AdvancedSecurityAdditionalFlows: { CustomAuthMode: true },
            AdvancedSecurityMode: true,
        },
        UserPoolId: true,
        UserPoolName: true,
        UserPoolTags: true,
        UserPoolTier: true,
        UsernameAttributes: true,
        UsernameConfiguration: true,
        VerificationMessageTemplate: {
            DefaultEmailOption: true,
            EmailMessage: true,
            EmailMessageByLink: true,
            EmailSubject: true,
            EmailSubjectByLink: true,
            SmsMessage: true,
        },
        WebAuthnFactorConfiguration: ["SINGLE_FACTOR"],
        WebAuthnRelyingPartyID: true,
        WebAuthnUserVerification: true,
    };
}

function isList(coverage: Coverage): coverage is readonly unknown[] {
    return Array.isArray(coverage);
}

/** Whether a value is as good as absent. */
function isEmpty(value: unknown): boolean {
    if (value === null || value === undefined || value === "") return true;
    return typeof value === "object" && Object.values(value).every(isEmpty);
}

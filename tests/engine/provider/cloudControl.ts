import type { AwsStore } from "./awsStore";
import type { HeldResource } from "./resource";
import { shown } from "./userPoolShape";
import type { Properties } from "./wire";

/** CloudFormation's names that are not the provider's with a capital letter. */
const otherNames: Readonly<Record<string, string>> = {
    attributesRequireVerificationBeforeUpdates: "AttributesRequireVerificationBeforeUpdate",
    customSmsSender: "CustomSMSSender",
    fromEmailAddress: "From",
    kmsKeyId: "KMSKeyID",
};

/**
 * Reads a resource as Cloud Control returns it, by CloudFormation's schema.
 *
 * @throws {Error} When AWS has no such thing, or on a type that the program is not known to read
 */
export function cloudControl(
    store: AwsStore,
    { typeName, identifier }: Properties,
    pool: (id: unknown) => HeldResource,
): Properties {
    const [userPoolId, name = ""] = String(identifier).split("|");
    switch (typeName) {
        case "AWS::Cognito::UserPool":
            return userPool(pool(userPoolId));
        case "AWS::Cognito::UserPoolDomain": {
            const { inputs } = store.only("UserPoolDomain", { userPoolId, domain: name });
            return { ManagedLoginVersion: inputs.managedLoginVersion };
        }
        case "AWS::Cognito::UserPoolIdentityProvider": {
            const { inputs } = store.only("IdentityProvider", { userPoolId, providerName: name });
            return { ProviderName: name, AttributeMapping: inputs.attributeMapping };
        }
    }
    throw new Error(`The program reads '${String(typeName)}', which nothing answers here.`);
}

function userPool({ type, inputs, outputs }: HeldResource): Properties {
    const {
        passwordPolicy,
        signInPolicy,
        emailMfaConfiguration,
        softwareTokenMfaConfiguration,
        webAuthnConfiguration,
        ...others
    } = shown(type, inputs) as Partial<Record<string, Properties>>;
    const properties = capitalized(others) as Properties;
    const { inviteMessageTemplate } = (others.adminCreateUserConfig ?? {}) as Partial<
        Record<string, Properties>
    >;
    return {
        ...properties,
        UserPoolName: properties.Name,
        UserPoolTags: properties.Tags,
        Schema: properties.Schemas,
        ...{ Name: undefined, Tags: undefined, Schemas: undefined, Region: undefined },
        ...(inviteMessageTemplate && {
            AdminCreateUserConfig: {
                ...(properties.AdminCreateUserConfig as Properties),
                InviteMessageTemplate: {
                    EmailMessage: inviteMessageTemplate.emailMessage,
                    EmailSubject: inviteMessageTemplate.emailSubject,
                    SMSMessage: inviteMessageTemplate.smsMessage,
                },
            },
        }),
        Policies: {
            PasswordPolicy: capitalized(passwordPolicy),
            SignInPolicy: capitalized(signInPolicy),
        },
        EmailAuthenticationMessage: emailMfaConfiguration?.message,
        EmailAuthenticationSubject: emailMfaConfiguration?.subject,
        EnabledMfas: softwareTokenMfaConfiguration?.enabled ? ["SOFTWARE_TOKEN_MFA"] : [],
        WebAuthnRelyingPartyID: webAuthnConfiguration?.relyingPartyId,
        WebAuthnUserVerification: webAuthnConfiguration?.userVerification,
        ...(outputs.moreProperties as Properties | undefined),
    };
}

/** The fields and all within them by CloudFormation's names. */
function capitalized(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(capitalized);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
        Object.entries(value).map(([key, field]) => [
            otherNames[key] ?? key.charAt(0).toUpperCase() + key.slice(1),
            capitalized(field),
        ]),
    );
}

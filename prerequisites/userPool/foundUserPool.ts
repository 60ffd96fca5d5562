import { fields, strings } from "../../commandLine/json";
import type { ExistingDomain } from "../../components/managedLogin";
import type { LookUps } from "./lookUps";
import { type Uncarried, uncarried } from "./providerCoverage";

/** What the adoption of a user pool depends on, as AWS shows it. */
export interface FoundUserPool {
    readonly id: string;
    readonly arn: string;
    /** ARN of the function behind its pre token generation trigger, empty for none. */
    readonly preTokenGenerationArn: string;
    /** The domain that people sign in at, if it has one that is not this stack's. */
    readonly domain: ExistingDomain | undefined;
    /** Its custom domain, whoever created it, empty for none. */
    readonly customDomain: string;
    readonly groups: readonly FoundGroup[];
    readonly clients: readonly { readonly id: string; readonly name: string }[];
    /** Plan: LITE, ESSENTIALS or PLUS; `undefined` where AWS does not show it. */
    readonly tier: string | undefined;
    /** The schema. */
    readonly attributes: readonly FoundAttribute[];
    /** Attributes that stand in place of usernames. */
    readonly usernameAttributes: readonly string[];
    /** Attributes to sign in with besides the username. */
    readonly aliasAttributes: readonly string[];
    readonly caseSensitive: boolean;
    readonly selfRegistration: boolean;
    readonly deletionProtection: boolean;
    /** Messages that its invitation lacks, by Cognito's names; none if it has no invitation of its own. */
    readonly missingInvitationMessages: readonly string[];
    /** What an update would take from it. */
    readonly uncarried: Uncarried;
}

/** A group of a user pool. */
export interface FoundGroup {
    readonly name: string;
    /** ARN of its IAM role, empty for none. */
    readonly roleArn: string;
}

/** An attribute of a user pool's schema. */
export interface FoundAttribute {
    readonly name: string;
    readonly required: boolean;
    readonly mutable: boolean;
}

/** Picks out of what AWS returned what the adoption depends on. */
export function foundUserPool(id: string, lookUps: LookUps): FoundUserPool {
    const { pool, domain, groups, clients } = lookUps;
    const properties = fields(lookUps.properties);
    const triggers = pool.lambdaConfigs?.[0];
    return {
        id,
        arn: pool.arn ?? "",
        preTokenGenerationArn:
            [
                triggers?.preTokenGenerationConfigs?.[0]?.lambdaArn,
                triggers?.preTokenGeneration,
            ].find(Boolean) ?? "",
        domain: domain
            ? {
                  domain,
                  managedLoginVersion:
                      Number(fields(lookUps.domainProperties).ManagedLoginVersion) || 1,
              }
            : undefined,
        customDomain: pool.customDomain ?? "",
        groups: present(groups.groups).map(({ groupName, roleArn }) => ({
            name: groupName ?? "",
            roleArn: roleArn ?? "",
        })),
        clients: present(clients.clientIds).map((clientId, index) => ({
            id: clientId,
            name: clients.clientNames?.[index] ?? clientId,
        })),
        tier: strings([properties.UserPoolTier])[0],
        attributes: present(pool.schemaAttributes).map(({ name, required, mutable }) => ({
            name: name ?? "",
            required: required === true,
            mutable: mutable === true,
        })),
        usernameAttributes: present(pool.usernameAttributes),
        aliasAttributes: strings(properties.AliasAttributes),
        // Cognito's default.
        caseSensitive: fields(properties.UsernameConfiguration).CaseSensitive !== false,
        selfRegistration: pool.adminCreateUserConfigs?.[0]?.allowAdminCreateUserOnly !== true,
        deletionProtection: pool.deletionProtection === "ACTIVE",
        missingInvitationMessages: missingMessages(
            fields(fields(properties.AdminCreateUserConfig).InviteMessageTemplate),
        ),
        uncarried: uncarried(properties),
    };
}

/** The messages without which the provider sends empty ones beside those that are there. */
function missingMessages(invitation: Readonly<Record<string, unknown>>): string[] {
    const missing = ["EmailMessage", "EmailSubject", "SMSMessage"].filter(
        (message) => !invitation[message],
    );
    return missing.length === 3 ? [] : missing;
}

function present<Item>(list: readonly (Item | null | undefined)[] | null | undefined): Item[] {
    return (list ?? []).filter((item) => item !== null && item !== undefined);
}

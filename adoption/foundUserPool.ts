import * as aws from "@pulumi/aws";

import type { ExistingDomain } from "../components/managedLogin";

/**
 * The result of a look-up as the AWS provider returns it: what AWS does not have is absent, lists
 * included, although the SDK's types say otherwise.
 */
type Absent<Result> = Result extends readonly (infer Item)[]
    ? readonly Absent<Item>[]
    : Result extends object
      ? { readonly [Key in keyof Result]?: Absent<Result[Key]> | undefined }
      : Result;

/** What the adoption of a user pool depends on, as AWS shows it. */
export interface FoundUserPool {
    readonly id: string;
    readonly arn: string;
    /** ARN of the function behind its pre token generation trigger, empty for none. */
    readonly preTokenGenerationArn: string;
    /** The domain that people sign in at, custom before prefix, if it has one. */
    readonly domain: ExistingDomain | undefined;
    /** Names of its groups. */
    readonly groups: readonly string[];
    readonly clients: readonly { readonly id: string; readonly name: string }[];
    /** Plan: LITE, ESSENTIALS or PLUS; `undefined` where AWS does not tell. */
    readonly tier: string | undefined;
    /** The attribute email, if the schema has it. */
    readonly email: { readonly mutable: boolean } | undefined;
    readonly preferredUsernameRequired: boolean;
    /** Attributes that stand in place of usernames. */
    readonly usernameAttributes: readonly string[];
    /** Attributes to sign in with besides the username. */
    readonly aliasAttributes: readonly string[];
    readonly caseSensitive: boolean;
    readonly selfRegistration: boolean;
    readonly deletionProtection: boolean;
}

/**
 * Reads a user pool and what belongs to it.
 *
 * @throws {Error} Saying what could not be read, and why
 */
export async function findUserPool(userPoolId: string): Promise<FoundUserPool> {
    const pool = await lookUp("user pool", aws.cognito.getUserPool({ userPoolId }));
    const domain = [pool.customDomain, pool.domain].find(Boolean);
    const lookUps = [
        lookUp("plan", cloudControl("AWS::Cognito::UserPool", userPoolId)),
        domain ? readLoginVersion(userPoolId, domain) : Promise.resolve(0),
        lookUp("groups", aws.cognito.getUserGroups({ userPoolId })),
        lookUp("app clients", aws.cognito.getUserPoolClients({ userPoolId })),
    ] as const;
    const failures = (await Promise.allSettled(lookUps)).flatMap((result) =>
        result.status === "rejected" ? [(result.reason as Error).message] : [],
    );
    if (failures.length > 0) throw new Error(failures.join("; "));
    const [settings, managedLoginVersion, { groups }, { clientIds, clientNames }] =
        await Promise.all(lookUps);
    const attribute = (name: string) => pool.schemaAttributes?.find((one) => one.name === name);
    const email = attribute("email");
    const [triggers] = pool.lambdaConfigs ?? [];
    const { CaseSensitive: caseSensitive = true } = (settings.UsernameConfiguration ?? {}) as {
        readonly CaseSensitive?: boolean;
    };
    return {
        id: userPoolId,
        arn: pool.arn ?? "",
        preTokenGenerationArn:
            [
                triggers?.preTokenGenerationConfigs?.[0]?.lambdaArn,
                triggers?.preTokenGeneration,
            ].find(Boolean) ?? "",
        domain: domain ? { domain, managedLoginVersion } : undefined,
        groups: groups?.map(({ groupName }) => groupName ?? "") ?? [],
        clients: clientIds?.map((id, index) => ({ id, name: clientNames?.[index] ?? id })) ?? [],
        tier: settings.UserPoolTier as string | undefined,
        email: email && { mutable: email.mutable === true },
        preferredUsernameRequired: attribute("preferred_username")?.required === true,
        usernameAttributes: pool.usernameAttributes ?? [],
        aliasAttributes: (settings.AliasAttributes ?? []) as readonly string[],
        caseSensitive,
        selfRegistration: pool.adminCreateUserConfigs?.[0]?.allowAdminCreateUserOnly !== true,
        deletionProtection: pool.deletionProtection === "ACTIVE",
    };
}

async function readLoginVersion(userPoolId: string, domain: string): Promise<number> {
    const settings = await lookUp(
        "domain",
        cloudControl("AWS::Cognito::UserPoolDomain", `${userPoolId}|${domain}`),
    );
    return Number(settings.ManagedLoginVersion ?? 1);
}

/** Reads what Cognito's own look-ups in Pulumi leave out. */
async function cloudControl(
    typeName: string,
    identifier: string,
): Promise<Readonly<Record<string, unknown>>> {
    const { properties } = await aws.cloudcontrol.getResource({ typeName, identifier });
    return JSON.parse(properties) as Readonly<Record<string, unknown>>;
}

/**
 * Waits for a look-up.
 *
 * @throws {Error} Naming what was looked up
 */
async function lookUp<Result>(what: string, result: Promise<Result>): Promise<Absent<Result>> {
    try {
        return (await result) as Absent<Result>;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${what}: ${reason.trim()}`);
    }
}

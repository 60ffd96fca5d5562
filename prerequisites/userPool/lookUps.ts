import * as aws from "@pulumi/aws";

import { type Absent, reasonOf } from "../lookUp";

/** What AWS returned about a user pool. */
export interface LookUps {
    readonly pool: Absent<aws.cognito.GetUserPoolResult>;
    /** Everything that CloudFormation's schema of a user pool has. */
    readonly properties: unknown;
    /** The domain that people sign in at, custom before prefix, if it has one. */
    readonly domain: string | undefined;
    /** Everything that CloudFormation's schema of a domain has, if it has one. */
    readonly domainProperties: unknown;
    readonly groups: Absent<aws.cognito.GetUserGroupsResult>;
    readonly clients: Absent<aws.cognito.GetUserPoolClientsResult>;
}

/**
 * Reads a user pool and what belongs to it.
 *
 * @param ownDomains - Custom domains that the stack created, which are left out
 * @throws {Error} Naming everything that could not be read, and why
 */
export async function lookUpUserPool(
    userPoolId: string,
    ownDomains: readonly string[] = [],
): Promise<LookUps> {
    const pool = await lookUp("user pool", aws.cognito.getUserPool({ userPoolId }));
    const domain = [pool.customDomain, pool.domain].find(
        (name) => typeof name === "string" && name !== "" && !ownDomains.includes(name),
    );
    const lookUps = [
        lookUp("settings", cloudControl("AWS::Cognito::UserPool", userPoolId)),
        domain
            ? lookUp("domain", cloudControl("AWS::Cognito::UserPoolDomain", userPoolId, domain))
            : Promise.resolve(undefined),
        lookUp("groups", aws.cognito.getUserGroups({ userPoolId })),
        lookUp("app clients", aws.cognito.getUserPoolClients({ userPoolId })),
    ] as const;
    const failures = (await Promise.allSettled(lookUps)).flatMap((result) =>
        result.status === "rejected" ? [(result.reason as Error).message] : [],
    );
    if (failures.length > 0) throw new Error(failures.join("; "));
    const [properties, domainProperties, groups, clients] = await Promise.all(lookUps);
    return { pool, domain: domain ?? undefined, properties, domainProperties, groups, clients };
}

/** Reads what Cognito's own look-ups in Pulumi leave out. */
export async function cloudControl(typeName: string, ...identifier: string[]): Promise<unknown> {
    const { properties } = await aws.cloudcontrol.getResource({
        typeName,
        identifier: identifier.join("|"),
    });
    return JSON.parse(properties);
}

async function lookUp<Result>(what: string, result: Promise<Result>): Promise<Absent<Result>> {
    try {
        return (await result) as Absent<Result>;
    } catch (error) {
        throw new Error(`${what}: ${reasonOf(error)}`);
    }
}

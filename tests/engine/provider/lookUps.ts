import { isDeepStrictEqual } from "node:util";

import { sampleAccountId } from "../../../local/program/sampleValues";
import type { AwsStore } from "./awsStore";
import type { HeldResource } from "./resource";
import { cloudControl } from "./cloudControl";
import { shown } from "./userPoolShape";
import type { Properties } from "./wire";

/** Type of an identity in Amazon SES, which the program looks up only. */
export const emailIdentityType = "aws:sesv2/emailIdentity:EmailIdentity";

/**
 * Answers Pulumi's look-ups from the store, in the words of the AWS provider. What AWS does not have
 * is absent, lists included: seen with terraform-provider-aws 5.100.0.
 *
 * @throws {Error} When AWS has no such thing, or on a look-up that the program is not known to make
 */
export function lookUp(store: AwsStore, token: string, args: Properties): Properties {
    return withoutAbsent(result(store, token, args)) as Properties;
}

function withoutAbsent(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(withoutAbsent);
    if (typeof value !== "object" || value === null) return value;
    const fields = Object.entries(value).filter(
        ([, field]) => field !== undefined && field !== "" && !isDeepStrictEqual(field, []),
    );
    return Object.fromEntries(fields.map(([key, field]) => [key, withoutAbsent(field)]));
}

function result(store: AwsStore, token: string, args: Properties): Properties {
    const pool = (id: unknown) => {
        const held = store.find("aws:cognito/userPool:UserPool", String(id));
        if (held) return held;
        throw new Error(
            `reading Cognito User Pool (${String(id)}): operation error Cognito Identity Provider:` +
                ` DescribeUserPool, ResourceNotFoundException: User pool ${String(id)} does not exist.`,
        );
    };
    const inPool = (kind: string) =>
        store.all(kind).filter(({ inputs }) => inputs.userPoolId === pool(args.userPoolId).id);
    switch (token) {
        case "aws:cognito/getUserPool:getUserPool":
            return userPool(pool(args.userPoolId), inPool("UserPoolDomain"));
        case "aws:cognito/getUserGroups:getUserGroups":
            return { groups: inPool("UserGroup").map(group) };
        case "aws:cognito/getUserPoolClients:getUserPoolClients": {
            const clients = inPool("UserPoolClient");
            return {
                clientIds: clients.map(({ id }) => id),
                clientNames: clients.map(({ inputs }) => inputs.name),
            };
        }
        case "aws:route53/getZone:getZone": {
            const [zone] = store.all("Zone").filter(({ inputs }) => inputs.name === args.name);
            if (!zone) throw new Error("no matching Route 53 Hosted Zone found");
            return { zoneId: zone.id };
        }
        case "aws:acm/getCertificate:getCertificate":
            throw new Error("empty result");
        case "aws:index/getCallerIdentity:getCallerIdentity":
            return { accountId: sampleAccountId };
        case "aws:sesv2/getEmailIdentity:getEmailIdentity":
            return emailIdentity(store, String(args.emailIdentity));
        case "aws:cloudcontrol/getResource:getResource": {
            const properties = withoutAbsent(cloudControl(store, args, pool));
            return { properties: JSON.stringify(properties) };
        }
    }
    throw new Error(`The program calls '${token}', which nothing answers here.`);
}

function userPool({ id, inputs: held, outputs, type }: HeldResource, domains: HeldResource[]) {
    const inputs = shown(type, held);
    const names = domains.map((domain) => String(domain.inputs.domain));
    const { preTokenGenerationConfig, ...triggers } = (inputs.lambdaConfig ?? {}) as Properties;
    const { allowAdminCreateUserOnly = false } = (inputs.adminCreateUserConfig ?? {}) as Properties;
    return {
        id,
        userPoolId: id,
        arn: outputs.arn,
        domain: names.find((name) => !name.includes(".")),
        customDomain: names.find((name) => name.includes(".")),
        deletionProtection: inputs.deletionProtection,
        usernameAttributes: inputs.usernameAttributes,
        adminCreateUserConfigs: [{ allowAdminCreateUserOnly }],
        schemaAttributes: schema(inputs.schemas as Properties[] | undefined),
        lambdaConfigs: inputs.lambdaConfig
            ? [
                  {
                      ...triggers,
                      preTokenGenerationConfigs: preTokenGenerationConfig && [
                          preTokenGenerationConfig,
                      ],
                  },
              ]
            : undefined,
    };
}

/** Every pool has the standard attributes, whether or not its creator named them. */
function schema(named: readonly Properties[] = []): Properties[] {
    const standard = ["sub", "email", "preferred_username"].map((name) => ({
        name,
        attributeDataType: "String",
        mutable: name !== "sub",
        required: name === "sub",
    }));
    return [
        ...standard.filter(({ name }) => !named.some((attribute) => attribute.name === name)),
        ...named,
    ];
}

/** Fails in the words of terraform-provider-aws 5.100.0. */
function emailIdentity(store: AwsStore, name: string): Properties {
    const held = store.find(emailIdentityType, name);
    if (held) return { ...held.inputs, ...held.outputs };
    throw new Error(
        `reading AWS SESv2 (Simple Email V2) Email Identity Data Source (${name}): couldn't find resource`,
    );
}

function group({ inputs }: HeldResource): Properties {
    const { name, description, precedence = 0, roleArn } = inputs;
    return { groupName: name, description, precedence, roleArn };
}

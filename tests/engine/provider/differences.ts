import { isDeepStrictEqual } from "node:util";

import { comparable } from "./userPoolShape";
import { type Properties, signatureKey } from "./wire";

/** Properties that AWS cannot change: another value means another resource. */
const replacing: Readonly<Record<string, readonly string[] | "every">> = {
    "aws:acm/certificate:Certificate": ["domainName", "region", "validationMethod"],
    "aws:acm/certificateValidation:CertificateValidation": "every",
    "aws:cloudwatch/logGroup:LogGroup": ["name"],
    "aws:cloudwatch/metricAlarm:MetricAlarm": ["name"],
    "aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration": ["userPoolId"],
    "aws:cognito/identityProvider:IdentityProvider": ["providerName", "providerType", "userPoolId"],
    // terraform-provider-aws makes another style for other assets, because AWS would only add them.
    "aws:cognito/managedLoginBranding:ManagedLoginBranding": ["assets", "clientId", "userPoolId"],
    "aws:cognito/riskConfiguration:RiskConfiguration": ["clientId", "userPoolId"],
    "aws:cognito/user:User": ["username", "userPoolId"],
    "aws:cognito/userGroup:UserGroup": ["name", "userPoolId"],
    "aws:cognito/userInGroup:UserInGroup": "every",
    "aws:cognito/userPool:UserPool": [
        "aliasAttributes",
        "usernameAttributes",
        "usernameConfiguration",
    ],
    "aws:cognito/userPoolClient:UserPoolClient": ["generateSecret", "userPoolId"],
    "aws:cognito/userPoolDomain:UserPoolDomain": ["domain", "userPoolId"],
    "aws:iam/role:Role": ["name"],
    "aws:iam/rolePolicy:RolePolicy": ["name", "role"],
    "aws:lambda/function:Function": ["name"],
    "aws:lambda/permission:Permission": "every",
    "aws:sns/topic:Topic": ["name"],
    "aws:sns/topicSubscription:TopicSubscription": ["endpoint", "protocol", "topic"],
    "aws:route53/record:Record": ["name", "type", "zoneId"],
    "random:index/randomPassword:RandomPassword": "every",
};

/** The properties that differ, and those of them for which AWS needs another resource. */
export function differences(
    type: string,
    known: Properties,
    news: Properties,
    ignored: readonly string[],
): { readonly diffs: string[]; readonly replaces: string[] } {
    const olds = comparable(type, known, news);
    const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
    const diffs = [...keys].filter(
        (key) => !ignored.includes(key) && !isDeepStrictEqual(hashed(olds[key]), hashed(news[key])),
    );
    const rule = replacing[type];
    if (!rule) throw new Error(`It is not known what replaces a resource of type '${type}'.`);
    return {
        diffs,
        replaces: rule === "every" ? diffs : diffs.filter((key) => rule.includes(key)),
    };
}

/** Assets and archives are the same if their hashes are. */
function hashed(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const fields = value as Properties;
    return signatureKey in fields && "hash" in fields ? fields.hash : value;
}

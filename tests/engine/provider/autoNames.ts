import { randomBytes } from "node:crypto";

import type { Properties } from "./wire";

/** What the AWS provider names by itself, and how long such a name may be. */
const autoNamed: Readonly<Record<string, { readonly property: string; readonly longest: number }>> =
    {
        "aws:cloudwatch/logGroup:LogGroup": { property: "name", longest: 512 },
        "aws:cloudwatch/metricAlarm:MetricAlarm": { property: "name", longest: 255 },
        "aws:cognito/userPool:UserPool": { property: "name", longest: 128 },
        "aws:iam/role:Role": { property: "name", longest: 64 },
        "aws:iam/rolePolicy:RolePolicy": { property: "name", longest: 128 },
        "aws:lambda/function:Function": { property: "name", longest: 64 },
        "aws:lambda/permission:Permission": { property: "statementId", longest: 100 },
        "aws:sns/topic:Topic": { property: "name", longest: 256 },
    };

/**
 * Fills in the physical name where the program sets none: the one that the resource has, else the
 * logical name and seven random digits.
 *
 * @throws {Error} When a name is longer than AWS accepts
 */
export function withAutoName(
    type: string,
    logicalName: string,
    olds: Properties,
    news: Properties,
): Properties {
    const rule = autoNamed[type];
    if (!rule || news[rule.property] !== undefined) return news;
    const old = olds[rule.property];
    if (typeof old === "string") return { ...news, [rule.property]: old };
    const name = `${logicalName}-${randomBytes(4).toString("hex").slice(1)}`;
    if (name.length > rule.longest) {
        throw new Error(`'${name}' is longer than ${String(rule.longest)} characters.`);
    }
    return { ...news, [rule.property]: name };
}

/** The physical name of a resource, or one of its own where AWS makes up the id. */
export function physicalName(type: string, logicalName: string, inputs: Properties): string {
    const rule = autoNamed[type];
    if (rule) return String(inputs[rule.property]);
    return `${logicalName} ${randomBytes(8).toString("hex")}`;
}

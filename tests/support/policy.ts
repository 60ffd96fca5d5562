import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A request to AWS as IAM sees it. */
export interface AwsRequest {
    readonly action: string;
    readonly resource: string;
    /** Condition keys that the request carries. */
    readonly context?: Readonly<Record<string, string>>;
}

type OneOrMore = string | readonly string[];

interface Statement {
    readonly Sid?: string;
    readonly Effect: "Allow" | "Deny";
    readonly Action: OneOrMore;
    readonly Resource: OneOrMore;
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;
}

export interface Policy {
    readonly Version: string;
    readonly Statement: readonly Statement[];
}

const folder = join(__dirname, "..", "..", "docs", "policies");

/** Names of the policies of `docs/policies/`. */
export const policyNames = readdirSync(folder).filter((name) => name.endsWith(".json"));

/** Reads a policy of `docs/policies/`. */
export function readPolicy(name: string): Policy {
    return JSON.parse(readFileSync(join(folder, name), "utf8")) as Policy;
}

/**
 * Decides as IAM does for an identity's policies: a denial wins, and what nothing allows is denied.
 *
 * @throws {Error} For an element or an operator of IAM that the project's policies do not use
 */
export function isAllowed(policies: readonly Policy[], request: AwsRequest): boolean {
    const effects = policies
        .flatMap(({ Statement }) => Statement)
        .filter((statement) => applies(statement, request))
        .map(({ Effect }) => Effect);
    return effects.includes("Allow") && !effects.includes("Deny");
}

const elements = ["Sid", "Effect", "Action", "Resource", "Condition"];

function applies(statement: Statement, { action, resource, context = {} }: AwsRequest): boolean {
    const unknown = Object.keys(statement).filter((key) => !elements.includes(key));
    if (unknown.length > 0) throw new Error(`The evaluator does not know ${unknown.join(", ")}.`);
    // IAM ignores case in actions and nowhere else.
    const actions = list(statement.Action).map((pattern) => pattern.toLowerCase());
    return (
        matchesAny(actions, action.toLowerCase()) &&
        matchesAny(list(statement.Resource), resource) &&
        Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
            Object.entries(keys).every(([key, values]) =>
                holds(operator, context[key], list(values)),
            ),
        )
    );
}

function holds(operator: string, value: string | undefined, expected: readonly string[]): boolean {
    // A request that does not carry the key does not meet these.
    if (operator === "StringEquals") return value !== undefined && expected.includes(value);
    if (operator === "ArnEquals" || operator === "ArnLike") {
        return value !== undefined && matchesAny(expected, value);
    }
    // The others a request meets that does not carry the key.
    if (operator === "StringNotEquals") return value === undefined || !expected.includes(value);
    if (operator === "ForAllValues:StringLike") {
        return value === undefined || matchesAny(expected, value);
    }
    throw new Error(`The evaluator does not know the operator ${operator}.`);
}

function matchesAny(patterns: readonly string[], value: string): boolean {
    return patterns.some((pattern) => {
        const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&");
        const wildcards = escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]");
        return new RegExp(`^${wildcards}$`).test(value);
    });
}

function list(value: OneOrMore): readonly string[] {
    return typeof value === "string" ? [value] : value;
}

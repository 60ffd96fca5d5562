import * as pulumi from "@pulumi/pulumi";

import type { RegisteredResource } from "./evaluate";
import { ofType, type ResourceOf } from "./resourcesOfType";

/** A Lambda function as the program registered it. */
export interface TriggerFunction {
    /** The uploaded file that has the handler, byte by byte. */
    readonly code: string;
    /** Name under which the code exports the handler. */
    readonly handler: string;
    /** Seconds. */
    readonly timeout: number;
    /** Megabytes. */
    readonly memorySize: number;
}

/** Returns the ARN of the function that a pool names as its pre token generation trigger. */
export function triggerArnOf({
    state,
}: ResourceOf<"aws:cognito/userPool:UserPool">): string | undefined {
    return state.lambdaConfig?.preTokenGenerationConfig?.lambdaArn;
}

/**
 * Reads the function that a pool names as its pre token generation trigger.
 *
 * @throws {Error} When the program does not register it
 */
export async function readTrigger(
    pool: ResourceOf<"aws:cognito/userPool:UserPool">,
    resources: readonly RegisteredResource[],
): Promise<TriggerFunction | undefined> {
    const arn = triggerArnOf(pool);
    if (arn === undefined) return undefined;
    const lambda = ofType(resources, "aws:lambda/function:Function").find(
        ({ state }) => state.arn === arn,
    );
    if (!lambda) throw new Error(`The program does not register the trigger '${arn}'.`);

    // Lambda's defaults.
    const { code: archive, handler = "", timeout = 3, memorySize = 128 } = lambda.state;
    const [file = "", exported = ""] = handler.split(".");
    const assets = await (archive as pulumi.asset.AssetArchive).assets;
    const asset = assets[`${file}.js`] as pulumi.asset.StringAsset | undefined;
    if (!asset) throw new Error(`The trigger's archive has no '${file}.js'.`);
    return { code: await asset.text, handler: exported, timeout, memorySize };
}

/**
 * Runs something in which Pulumi does not look for the packages of a function's archive. The trigger
 * needs none, and Pulumi reads all of node_modules to find that out, a fifth of the time of a start.
 */
export async function withoutPackages<Result>(run: () => Promise<Result>): Promise<Result> {
    const { computeCodePaths } = pulumi.runtime;
    const none = new Map<string, pulumi.asset.Asset | pulumi.asset.Archive>();
    Object.assign(pulumi.runtime, { computeCodePaths: () => Promise.resolve(none) });
    try {
        return await run();
    } finally {
        Object.assign(pulumi.runtime, { computeCodePaths });
    }
}

/** Finds the addresses to which an alarm goes when a function fails. */
export function alarmEmails(
    resources: readonly RegisteredResource[],
    functionArn: string | undefined,
): string[] {
    const topics = ofType(resources, "aws:cloudwatch/metricAlarm:MetricAlarm")
        .filter(({ state: { metricName, dimensions } }) => {
            const name = dimensions?.FunctionName;
            const isOfFunction = name !== undefined && functionArn?.endsWith(`:function:${name}`);
            return metricName === "Errors" && isOfFunction;
        })
        .flatMap(({ state }) => state.alarmActions ?? []);
    return ofType(resources, "aws:sns/topicSubscription:TopicSubscription")
        .filter(({ state }) => topics.includes(state.topic))
        .map(({ state }) => state.endpoint);
}

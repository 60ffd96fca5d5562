import type { RegisteredResource } from "./evaluate";
import { ofType } from "./resourcesOfType";

/** A Lambda function as the program registered it. */
export interface TriggerFunction {
    /** The uploaded code with the handler, byte by byte. */
    readonly code: string;
    /** Name under which the code exports the handler. */
    readonly handler: string;
    /** Seconds. */
    readonly timeout: number;
    /** Megabytes. */
    readonly memorySize: number;
}

interface Archive {
    readonly assets: Promise<Readonly<Record<string, { readonly text?: Promise<string> }>>>;
}

interface PoolState {
    readonly lambdaConfig?: {
        readonly preTokenGenerationConfig?: { readonly lambdaArn: string };
    };
}

/** Reads the ARN of the function that a pool names as its pre token generation trigger. */
export function triggerArnOf({ state }: RegisteredResource): string | undefined {
    return (state as PoolState).lambdaConfig?.preTokenGenerationConfig?.lambdaArn;
}

/**
 * Reads the function that a pool names as its pre token generation trigger.
 *
 * @throws {Error} When the program does not register it
 */
export async function readTrigger(
    pool: RegisteredResource,
    resources: readonly RegisteredResource[],
): Promise<TriggerFunction | undefined> {
    const arn = triggerArnOf(pool);
    if (arn === undefined) return undefined;
    const lambda = resources.find(
        ({ type, state }) => type === "aws:lambda/function:Function" && state.arn === arn,
    );
    if (!lambda) throw new Error(`The program does not register the trigger '${arn}'.`);

    const { code: archive, handler, timeout, memorySize } = lambda.state;
    const [file = "", exported = ""] = String(handler).split(".");
    const assets = await (archive as Archive).assets;
    const code = await assets[`${file}.js`]?.text;
    if (code === undefined) throw new Error(`The trigger's archive has no '${file}.js'.`);
    return {
        code,
        handler: exported,
        // Lambda's defaults.
        timeout: Number(timeout ?? 3),
        memorySize: Number(memorySize ?? 128),
    };
}

interface Alarm {
    readonly metricName: string;
    readonly dimensions: { readonly FunctionName?: string };
    readonly alarmActions: readonly string[];
}

interface Subscription {
    readonly topic: string;
    readonly endpoint: string;
}

/** Finds the addresses to which an alarm goes when a function fails. */
export function alarmEmails(
    resources: readonly RegisteredResource[],
    functionArn: string | undefined,
): string[] {
    const statesOf = (type: string): unknown[] => ofType(resources, type).map(({ state }) => state);
    const alarms = statesOf("aws:cloudwatch/metricAlarm:MetricAlarm") as Alarm[];
    const topics = alarms
        .filter(({ metricName, dimensions: { FunctionName: name } }) => {
            const isOfFunction = name !== undefined && functionArn?.endsWith(`:function:${name}`);
            return metricName === "Errors" && isOfFunction;
        })
        .flatMap(({ alarmActions }) => alarmActions);
    const subscriptions = statesOf("aws:sns/topicSubscription:TopicSubscription") as Subscription[];
    return subscriptions
        .filter(({ topic }) => topics.includes(topic))
        .map(({ endpoint }) => endpoint);
}

import type { RegisteredResource } from "./evaluate";
import { ofType } from "./resourcesOfType";

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

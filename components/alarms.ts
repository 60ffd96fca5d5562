import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { removable } from "./destroyGuard";

/** Settings of the alarms. */
export interface AlarmSettings {
    /** Address of the person who learns that the trigger fails, empty for nobody and no alarm. */
    readonly alarmEmail: string;
    /** Tags of everything that takes tags. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** What watches the trigger. */
export interface Alarms {
    /** ARN of the topic to which the alarms go; `undefined` if there are none. */
    readonly topicArn: pulumi.Output<string> | undefined;
    /** All of it. None is protected, because alarms may be removed at any time. */
    readonly unprotected: readonly pulumi.Resource[];
}

/** The alarms by the ends of their names. Metrics: Lambda's developer guide. */
const alarms = {
    errors: {
        metricName: "Errors",
        statistic: "Sum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        alarmDescription:
            "People cannot sign in to flexAI, or not all of them: the trigger throws an error or" +
            " takes longer than 5 seconds.",
    },
    throttles: {
        metricName: "Throttles",
        statistic: "Sum",
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: 1,
        alarmDescription:
            "People cannot sign in to flexAI, or not all of them: Lambda does not run the trigger," +
            " because the account runs too many functions at once.",
    },
    duration: {
        metricName: "Duration",
        statistic: "Maximum",
        comparisonOperator: "GreaterThanThreshold",
        // Milliseconds.
        threshold: 4000,
        alarmDescription:
            "People may soon be unable to sign in to flexAI: the trigger takes more than 4 seconds," +
            " and Cognito waits for 5.",
    },
} as const;

/**
 * Creates alarms on the trigger, and a topic that sends them to one person by email once that person
 * has confirmed it.
 */
export function createAlarms(
    name: string,
    { alarmEmail, tags }: AlarmSettings,
    functionName: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
): Alarms {
    if (alarmEmail === "") return { topicArn: undefined, unprotected: [] };
    const child = removable(opts);
    // Not encrypted: CloudWatch cannot publish to a topic with the key alias/aws/sns, and a key of
    // one's own costs more than all of this. The messages contain names and figures of the function.
    const topic = new aws.sns.Topic(`${name}-alarms`, { tags }, child);
    const subscription = new aws.sns.TopicSubscription(
        `${name}-alarms`,
        { topic: topic.arn, protocol: "email", endpoint: alarmEmail },
        child,
    );
    const metricAlarms = Object.entries(alarms).map(
        ([suffix, alarm]) =>
            new aws.cloudwatch.MetricAlarm(
                `${name}-alarms-${suffix}`,
                {
                    ...alarm,
                    namespace: "AWS/Lambda",
                    dimensions: { FunctionName: functionName },
                    period: 300,
                    evaluationPeriods: 1,
                    treatMissingData: "notBreaching",
                    // No message when it ends: that would be five minutes later, whether or not
                    // anybody has signed in since.
                    alarmActions: [topic.arn],
                    tags,
                },
                child,
            ),
    );
    return { topicArn: topic.arn, unprotected: [topic, subscription, ...metricAlarms] };
}

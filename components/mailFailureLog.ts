import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Settings of {@link logMailFailures}. */
export interface MailFailureLogSettings {
    /** Whether mails that Cognito could not send are logged, in a log group of their own. */
    readonly mailFailureLog: boolean;
    /** Days that CloudWatch keeps the log. */
    readonly logRetentionDays: pulumi.Input<number>;
    /** Tags of the log group. */
    readonly tags: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * Logs the mails that a user pool could not send, if it is to.
 *
 * @returns What it registers
 */
export function logMailFailures(
    name: string,
    userPoolId: pulumi.Input<string>,
    { mailFailureLog, logRetentionDays, tags }: MailFailureLogSettings,
    opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
    if (!mailFailureLog) return [];
    const logGroup = new aws.cloudwatch.LogGroup(
        `${name}-mail-failures`,
        {
            // One statement of the account's policy, which AWS adds, covers every log group under
            // /aws/vendedlogs. Any other group needs its own, and the policy holds 5,120 characters.
            name: pulumi.interpolate`/aws/vendedlogs/flexai-oidc/${userPoolId}`,
            retentionInDays: logRetentionDays,
            tags,
        },
        opts,
    );
    const delivery = new aws.cognito.LogDeliveryConfiguration(
        name,
        {
            userPoolId,
            logConfigurations: [
                {
                    eventSource: "userNotification",
                    logLevel: "ERROR",
                    cloudWatchLogsConfiguration: { logGroupArn: logGroup.arn },
                },
            ],
        },
        opts,
    );
    return [logGroup, delivery];
}

import { nameInArn, regionOfArn } from "../../components/arn";
import { type Check, skipped } from "../check";
import { awsCommand } from "../commands";
import type { Deployment } from "../deployment";
import { isLoopback } from "../http";

/** Lists what only AWS knows: each check is skipped, with the command that shows it. */
export function onlyAwsKnows({ issuer, emailIdentityArn, alarmTopicArn }: Deployment): Check[] {
    // AWS knows nothing of a try-out.
    if (isLoopback(new URL(issuer))) return [];
    return [
        ...(emailIdentityArn === undefined ? [] : emailChecks(emailIdentityArn)),
        ...(alarmTopicArn === undefined ? [] : [alarmCheck(alarmTopicArn)]),
    ];
}

function emailChecks(identityArn: string): Check[] {
    const region = regionOfArn(identityArn);
    const identity = nameInArn(identityArn);
    return [
        onlyAws(
            `Amazon SES may send mails from ${identity}`,
            awsCommand("sesv2 get-email-identity", region, {
                "email-identity": identity,
                query: "VerifiedForSendingStatus",
            }),
        ),
        onlyAws(
            "Amazon SES sends mails to everybody, not to verified addresses alone",
            awsCommand("sesv2 get-account", region, { query: "ProductionAccessEnabled" }),
        ),
    ];
}

function alarmCheck(topicArn: string): Check {
    return onlyAws(
        "the recipient of the alarms has confirmed the subscription",
        awsCommand("sns list-subscriptions-by-topic", regionOfArn(topicArn), {
            "topic-arn": topicArn,
            // Before the confirmation, a word stands in place of the subscription's ARN.
            query: 'length(Subscriptions[?starts_with(SubscriptionArn, `"arn:"`)]) > `0`',
        }),
    );
}

/** @param command - Prints `true` where the statement is true */
function onlyAws(statement: string, command: string): Check {
    const run = () => skipped("only AWS knows; this prints true or false:", [command]);
    return { name: statement, needs: [], run };
}

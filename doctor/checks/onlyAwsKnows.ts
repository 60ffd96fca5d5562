import { quoted } from "../../commandLine/quoted";
import { nameInArn, regionOfArn } from "../../components/arn";
import { type Check, skipped } from "../check";
import type { Deployment } from "../deployment";
import { isLoopback } from "../http";

/** Lists what only AWS knows of a deployment: each is skipped, with the command that shows it. */
export function onlyAwsKnows({ issuer, emailIdentityArn, alarmTopicArn }: Deployment): Check[] {
    // Nothing of a try-out is in AWS.
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
            `aws sesv2 get-email-identity --region ${region} --email-identity ${quoted(identity)}` +
                " --query VerifiedForSendingStatus",
        ),
        onlyAws(
            "Amazon SES sends mails to everybody, not to verified addresses alone",
            `aws sesv2 get-account --region ${region} --query ProductionAccessEnabled`,
        ),
    ];
}

function alarmCheck(topicArn: string): Check {
    // Before the confirmation there is a word in place of the subscription's ARN.
    const confirmed = quoted(
        'length(Subscriptions[?starts_with(SubscriptionArn, `"arn:"`)]) > `0`',
    );
    return onlyAws(
        "the person to whom the alarms go has confirmed the subscription",
        `aws sns list-subscriptions-by-topic --region ${regionOfArn(topicArn)}` +
            ` --topic-arn ${quoted(topicArn)} --query ${confirmed}`,
    );
}

/** @param command - Prints `true` where the statement is true */
function onlyAws(statement: string, command: string): Check {
    const run = () => skipped("only AWS knows; this prints true or false:", [command]);
    return { name: statement, needs: [], run };
}

import { sampleAccountId } from "./sampleValues";

/** Responses to look-ups by their tokens: no stack is deployed, and there is a zone of every name. */
export const defaultResponses: Readonly<Record<string, object>> = {
    "pulumi:pulumi:readStackResourceOutputs": { outputs: {} },
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: sampleAccountId },
    "aws:route53/getZone:getZone": { zoneId: "Z0123456789ABCDEFGHIJ" },
};

/** Responds to the program's look-ups of Amazon SES as if every identity were verified. */
export function everyIdentityVerified(
    token: string,
    { emailIdentity, region }: Readonly<Record<string, unknown>>,
): object | undefined {
    if (token !== "aws:sesv2/getEmailIdentity:getEmailIdentity") return undefined;
    return {
        arn: `arn:aws:ses:${String(region)}:${sampleAccountId}:identity/${String(emailIdentity)}`,
        verifiedForSendingStatus: true,
    };
}

import type * as aws from "@pulumi/aws";

/** Where Cognito's emails come from, in place of Cognito's own address and its 50 emails a day. */
export interface EmailSender {
    /** What stands in From: an address, or a name and an address such as `flexAI <flexai@example.com>`. */
    readonly from: string;
    /**
     * Address in Reply-To.
     *
     * @default none, so that replies go to the address in From
     */
    readonly replyTo?: string;
    /** ARN of the verified identity in Amazon SES that the address in From belongs to. */
    readonly identityArn: string;
}

/** Cognito's own sender is stated as well, because what an update leaves out may stay as it was. */
export function emailConfiguration(
    sender: EmailSender | undefined,
): aws.types.input.cognito.UserPoolEmailConfiguration {
    if (!sender) return { emailSendingAccount: "COGNITO_DEFAULT" };
    const { from, replyTo, identityArn } = sender;
    return {
        emailSendingAccount: "DEVELOPER",
        sourceArn: identityArn,
        fromEmailAddress: from,
        ...(replyTo !== undefined && { replyToEmailAddress: replyTo }),
    };
}

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

/** The email to a new user; a part that is left out has its default. */
export interface Invitation {
    /** Subject, in which `{url}` is replaced by flexAI's address. */
    readonly subject?: string;
    /**
     * HTML, in which `{url}` is replaced by flexAI's address, and by Cognito `{username}` and `{####}`,
     * the temporary password.
     */
    readonly message?: string;
}

/** How long a temporary password is valid. */
export const temporaryPasswordValidityDays = 7;

const defaultMessage = [
    "<p>An account for flexAI has been created for you.</p>",
    '<p>Sign in at <a href="{url}">{url}</a></p>',
    "<p>User name: {username}<br>Temporary password: {####}</p>",
    `<p>The temporary password is valid for ${String(temporaryPasswordValidityDays)} days; you choose your own when you first sign in.</p>`,
].join("\n");

/**
 * Writes the template of a user pool's invitation.
 *
 * The SMS message is never sent, because the pool has no SMS configuration. The AWS provider sends
 * an empty one when it is left out, and Cognito requires 6 to 140 characters with both placeholders
 * (terraform-provider-aws issue 13060).
 *
 * @param home - Address of flexAI
 */
export function inviteMessageTemplate(
    { subject = "Your account for flexAI", message = defaultMessage }: Invitation,
    home: string,
): aws.types.input.cognito.UserPoolAdminCreateUserConfigInviteMessageTemplate {
    return {
        emailSubject: subject.replaceAll("{url}", home),
        emailMessage: message.replaceAll("{url}", home),
        smsMessage: "flexAI: user name {username}, temporary password {####}",
    };
}

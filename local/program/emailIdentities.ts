import { accountOf } from "../../components/arn";
import { type EvaluationOptions, sampleAccountId } from "./evaluate";
import type { ProjectConfig } from "./projectConfig";

/**
 * Responds to the program's look-ups of Amazon SES as if every identity were verified, in the account
 * that the configured one is in.
 */
export function everyIdentityVerified({
    project,
    config,
}: ProjectConfig): NonNullable<EvaluationOptions["call"]> {
    const account = () => {
        // Checked by now, because configuration comes before look-ups.
        const email = JSON.parse(config[`${project}:email`] ?? "{}") as { identityArn?: string };
        return accountOf(email.identityArn ?? "") || sampleAccountId;
    };
    return (token, { emailIdentity, region }) => {
        switch (token) {
            case "aws:index/getCallerIdentity:getCallerIdentity":
                return { accountId: account() };
            case "aws:sesv2/getEmailIdentity:getEmailIdentity":
                return {
                    arn: `arn:aws:ses:${String(region)}:${account()}:identity/${String(emailIdentity)}`,
                    verifiedForSendingStatus: true,
                };
            default:
                return undefined;
        }
    };
}

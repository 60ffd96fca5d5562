import { accountOf } from "../../components/arn";
import { stateToken } from "../../prerequisites/stackState";
import type { EvaluationOptions } from "./evaluate";
import type { ProjectConfig } from "./projectConfig";
import { sampleAccountId } from "./sampleValues";

/** Responses to look-ups by their tokens: no stack is deployed, and there is a zone of every name. */
export const defaultResponses: Readonly<Record<string, object>> = {
    [stateToken]: { outputs: {} },
    "aws:route53/getZone:getZone": { zoneId: "Z0123456789ABCDEFGHIJ" },
};

/**
 * Responds to the program's look-ups of Amazon SES as if every identity were verified, in the account
 * of the configured one.
 */
export function everyIdentityVerified({
    project,
    config,
}: ProjectConfig): NonNullable<EvaluationOptions["call"]> {
    const account = () => {
        // Valid by now, because the configuration is checked before anything is looked up.
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

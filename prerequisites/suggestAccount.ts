import * as aws from "@pulumi/aws";

import { accountOf } from "../components/arn";
import { isAccountMissing, type SuggestedAccount } from "../config/accountIds";

/**
 * Finds the account that a stack which must name one is probably for: its user pool's, else that of
 * the credentials. A stack that names its account makes no look-up.
 *
 * @param userPoolArns - ARNs of the user pools in the stack's state
 */
export async function suggestAccount(
    userPoolArns: readonly string[],
): Promise<SuggestedAccount | undefined> {
    if (!isAccountMissing()) return undefined;
    const [arn] = userPoolArns;
    if (arn !== undefined) return { id: accountOf(arn), source: "user pool" };
    try {
        const { accountId } = await aws.getCallerIdentity({});
        return { id: accountId, source: "credentials" };
    } catch {
        // The account is refused as missing either way.
        return undefined;
    }
}

import { accountOf, nameInArn, regionOfArn } from "../components/arn";
import type { EmailSender } from "../components/emails";
import { sesRegions } from "../config/email";
import { addressOf, identitiesFor } from "../config/emailAddress";
import { warn } from "../config/problems";
import type { StackConfig } from "../config/stackConfig";
import { type IdentityLookUp, identityRefusal, lookUpIdentity } from "./emailIdentity";
import { refusal, settingName } from "./refusal";

/**
 * Finds the identity in Amazon SES that the configured sender belongs to, which must be verified. An
 * identity of another account cannot be looked up, and is warned of.
 *
 * @throws {pulumi.RunError} When there is none that may send, or that cannot be read
 */
export async function findEmailSender({
    email,
    accountId,
    region: userPoolRegion,
}: Pick<StackConfig, "email" | "accountId" | "region">): Promise<EmailSender | undefined> {
    const { from, identityArn, ...others } = email;
    if (from === undefined) return undefined;
    if (identityArn !== undefined && accountOf(identityArn) !== accountId) {
        warnOfForeign(identityArn, accountId);
        return { from, identityArn, ...others };
    }
    const [names, region] =
        identityArn === undefined
            ? [identitiesFor(addressOf(from)), sesRegions(userPoolRegion)[0]]
            : [[nameInArn(identityArn)] as const, regionOfArn(identityArn)];
    const lookUps: IdentityLookUp[] = await Promise.all(
        names.map((name) => lookUpIdentity(name, region)),
    );
    const verified = lookUps.find(({ outcome }) => outcome === "verified");
    if (verified?.outcome !== "verified") {
        throw refusal("", [identityRefusal(addressOf(from), region, lookUps)]);
    }
    return { from, identityArn: identityArn ?? verified.arn, ...others };
}

/** Warns of an identity that is not of the stack's account. */
function warnOfForeign(identityArn: string, accountId: string): void {
    warn([
        `${settingName("email.identityArn")} value '${identityArn}' is of account` +
            ` ${accountOf(identityArn)}, not of the stack's, ${accountId}: nobody checked that it is` +
            " verified, and Cognito is documented to send with identities of its own account alone." +
            " Use an identity of this account",
    ]);
}
